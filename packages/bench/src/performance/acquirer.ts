import { createServer } from 'node:http';

/** The reference every measured order has. */
export const REFERENCE = 'BENCH-1';

const JWT = `eyJhbGciOiJSUzI1NiJ9.${'a'.repeat(400)}.${'b'.repeat(342)}`;

/** What an acquirer answers, by what the path contains: always the same, so that only the client is measured. */
export const ANSWERS = {
  token: JSON.stringify({
    responseCode: '2007300',
    responseMessage: 'Successful',
    accessToken: JWT,
    tokenType: 'Bearer',
    expiresIn: 900,
    additionalInfo: '',
  }),
  doku: JSON.stringify({
    responseCode: '2005400',
    responseMessage: 'Successful',
    webRedirectUrl: 'https://app-uat.doku.com/link/283702597342040',
    partnerReferenceNo: REFERENCE,
  }),
  dana: JSON.stringify({
    responseCode: '2005400',
    responseMessage: 'Successful',
    referenceNo: '20211120111212000000000001',
    partnerReferenceNo: REFERENCE,
    webRedirectUrl: 'https://m.sandbox.dana.id/n/cashier/new/checkout?bizNo=20211120111212000000000001&sign=abcdefghij',
    additionalInfo: {},
  }),
} as const;

/** The answer to a path. */
export function answerTo(path: string): string {
  if (path.includes('access-token')) return ANSWERS.token;
  return path.includes('/direct-debit/') ? ANSWERS.doku : ANSWERS.dana;
}

// In a process of its own, because its work is not the client's.
if (process.argv[2] === 'serve') {
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      const body = answerTo(request.url ?? '');
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      response.end(body);
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
  process.once('disconnect', () => process.exit(0));
}
