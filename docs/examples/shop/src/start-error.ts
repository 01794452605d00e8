/** The shop cannot be started as it was asked to. The message says what is wrong, and what to do about it. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
