const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** An id in Stripe's form: `pi_3` becomes `pi_3kT…`. */
export function newId(prefix: string, length = 24): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => ALPHABET[byte % 62]);
  return prefix + letters.join("");
}
