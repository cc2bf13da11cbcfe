import type { RejectionCause } from "./rejection";

interface SignatureHeader {
  text: string;
  signedAt_s: number;
}

/** Reads `t=1764000000,v1=…`. Of two times one could be checked and the other signed, so there must be one. */
export function readSignatureHeader(text: string | null): SignatureHeader | { rejectedFor: RejectionCause } {
  if (!text) return { rejectedFor: "no_signature" };
  const parts = text.split(",").map((part) => part.split("=", 2));
  const valuesOf = (name: string) => parts.flatMap(([key, value = ""]) => (key === name ? [value] : []));
  const [signedAt = "", ...more] = valuesOf("t");
  if (!/^\d{1,12}$/.test(signedAt) || more.length > 0 || valuesOf("v1").length === 0)
    return { rejectedFor: "malformed_signature" };
  return { text, signedAt_s: Number(signedAt) };
}
