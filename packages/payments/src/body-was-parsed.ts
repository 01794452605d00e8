/** Told to whoever reads the body of a request whose bytes are gone: what to change so that they are not. */
export class BodyWasParsed extends Error {
  override readonly name = 'BodyWasParsed';
}

/** A body that cannot be read any more, and says what to change. */
export function parsedBody(fix: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: (controller) => controller.error(new BodyWasParsed(fix)),
  });
}
