/**
 * The least that any Worker must do with a delivery: read it, verify its signature, parse it, answer. No library,
 * and the key imported once.
 */
interface Bindings {
  SECRET: string;
}

let key: Promise<CryptoKey> | null = null;

export default {
  async fetch(request, { SECRET }) {
    key ??= crypto.subtle.importKey("raw", utf8(SECRET), { name: "HMAC", hash: "SHA-256" }, false, [
      "verify",
    ]);
    const body = await request.text();
    const header = request.headers.get("stripe-signature") ?? "";
    const [, timestamp = "", signature = ""] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header) ?? [];
    const isSigned = await crypto.subtle.verify(
      "HMAC",
      await key,
      bytes(signature),
      utf8(`${timestamp}.${body}`),
    );
    if (!isSigned) return new Response("The signature does not match", { status: 400 });

    const { id } = JSON.parse(body) as { id: string };
    return Response.json({ received: true, id });
  },
} satisfies ExportedHandler<Bindings>;

const utf8 = (text: string) => new TextEncoder().encode(text);

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
