const encoder = new TextEncoder();

/** The `Stripe-Signature` header: HMAC-SHA256 over the time and the exact body. */
export async function signatureHeader(body: string, secret: string, timestamp_s: number): Promise<string> {
  const key = await crypto.subtle.importKey(
    "raw",
    encoder.encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const signature = await crypto.subtle.sign("HMAC", key, encoder.encode(`${timestamp_s}.${body}`));
  return `t=${timestamp_s},v1=${hex(signature)}`;
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
