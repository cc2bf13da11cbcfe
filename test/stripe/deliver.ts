import { env } from "cloudflare:test";
import Stripe from "stripe";
import { asStripeWrites } from "./sample-events";

const CONNECT_SECRET = "whsec_connect_development";

interface Delivery {
  secret?: string;
  /** Seconds since 1970. */
  signedAt?: number;
  /** What is sent in place of the signed body. */
  tamperedBody?: string;
  signature?: string;
}

/** Signs an event with Stripe's own code, as anybody who knows the secret could, and posts it to the app. */
export async function deliver(
  event: object,
  delivery: Delivery = {},
): Promise<{ status: number; body: unknown }> {
  const request = await signedRequest(event, delivery);
  const response = await env.APP.fetch(request);
  return { status: response.status, body: await response.json() };
}

export async function signedRequest(event: object, delivery: Delivery = {}): Promise<Request> {
  const payload = asStripeWrites(event);
  const signature =
    delivery.signature ??
    (await Stripe.webhooks.generateTestHeaderStringAsync({
      payload,
      secret: delivery.secret ?? CONNECT_SECRET,
      timestamp: delivery.signedAt ?? Math.floor(Date.now() / 1000),
      cryptoProvider: Stripe.createSubtleCryptoProvider(),
    }));
  return new Request("http://localhost:8787/webhooks/stripe", {
    method: "POST",
    headers: { host: "localhost:8787", "content-type": "application/json", "stripe-signature": signature },
    body: delivery.tamperedBody ?? payload,
  });
}
