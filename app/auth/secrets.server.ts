/** The cryptography of sign-in: random values, and the hashes of them that may be stored. */

const CODE_SPACE = 1_000_000;
// The largest multiple of 1,000,000 that fits 32 bits: values above it are drawn again, so no code is likelier.
const CODE_LIMIT = Math.floor(2 ** 32 / CODE_SPACE) * CODE_SPACE;

/** 256 random bits as text that fits a URL and a cookie. */
export function randomToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Six digits, each combination equally likely. */
export function randomCode(): string {
  for (;;) {
    const [value = CODE_LIMIT] = crypto.getRandomValues(new Uint32Array(1));
    if (value < CODE_LIMIT) return (value % CODE_SPACE).toString().padStart(6, "0");
  }
}

export async function hashToken(token: string): Promise<string> {
  return hex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token)));
}

/** Binds a code to its challenge: six digits alone could be found from a plain hash by trying them all. */
export const codeMac = (secret: string, challengeId: string, code: string): Promise<string> =>
  mac(secret, `${challengeId}:${code}`);

/** Names a network without telling it: addresses are few enough to be found from a plain hash too. */
export const networkMac = (secret: string, network: string): Promise<string> =>
  mac(secret, `network:${network}`);

async function mac(secret: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey(
    "raw",
    encoder.encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  return hex(await crypto.subtle.sign("HMAC", key, encoder.encode(text)));
}

/** Compares two hashes, always looking at every character: how long it takes says nothing. */
export function isSameHash(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let at = 0; at < a.length; at += 1) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}

const hex = (buffer: ArrayBuffer) =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
