// The test that starts this application, in the same process, puts its handlers here.
export const GET = (request) => globalThis.mountedHandlers.GET(request);
export const POST = (request) => globalThis.mountedHandlers.POST(request);
