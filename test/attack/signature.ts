import { createHmac } from "node:crypto";

/** The header with which Stripe would send these bytes. */
export function signatureOf(body: Buffer | string, secret: string, now_ms = Date.now()): string {
  const signedAt_s = Math.floor(now_ms / 1000);
  const proof = createHmac("sha256", secret).update(`${signedAt_s}.`).update(body).digest("hex");
  return `t=${signedAt_s},v1=${proof}`;
}
