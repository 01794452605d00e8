/** Signs text with the key it is bound to; the signature is base64. */
export type Sign = (text: string) => Promise<string>;

/** Whether a base64 signature over the text was made with the key this is bound to. Never throws for what was received. */
export type Verify = (text: string, signature: string) => Promise<boolean>;
