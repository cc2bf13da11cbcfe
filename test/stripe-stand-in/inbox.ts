import { createServer } from "node:http";
import Stripe from "stripe";

export const PLATFORM_SECRET = "whsec_of_the_platform";
export const CONNECT_SECRET = "whsec_of_connected_accounts";

export interface Received {
  event: Stripe.Event;
  scope: "platform" | "connect";
}

/** An application's webhook endpoint: verifies with Stripe's own code, remembers, and answers as it is told. */
export class Inbox {
  readonly received: Received[] = [];
  /** What was not validly signed, with the verifier's words. */
  readonly refused: string[] = [];
  readonly url: string;
  /** The next answers; 200 when none is left. */
  answers: number[] = [];
  readonly close: () => Promise<void>;

  private constructor(url: string, close: () => Promise<void>) {
    this.url = url;
    this.close = close;
  }

  static async open(): Promise<Inbox> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        const signature = String(request.headers["stripe-signature"] ?? "");
        response.statusCode = inbox.take(Buffer.concat(parts).toString(), signature);
        response.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The inbox has no port");
    const inbox = new Inbox(`http://127.0.0.1:${address.port}/webhooks`, () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    });
    return inbox;
  }

  take(body: string, signature: string): number {
    const scope = "account" in JSON.parse(body) ? "connect" : "platform";
    const secret = scope === "connect" ? CONNECT_SECRET : PLATFORM_SECRET;
    try {
      this.received.push({ event: Stripe.webhooks.constructEvent(body, signature, secret), scope });
    } catch (error) {
      this.refused.push(String(error));
      return 400;
    }
    return this.answers.shift() ?? 200;
  }

  types(): string[] {
    return this.received.map(({ event }) => event.type);
  }

  clear(): void {
    this.received.length = 0;
    this.refused.length = 0;
    this.answers = [];
  }

  /** The first event of this type, as soon as it is there. */
  async waitFor(type: string): Promise<Stripe.Event> {
    for (let waited_ms = 0; waited_ms < 15_000; waited_ms += 50) {
      const found = this.received.find(({ event }) => event.type === type);
      if (found) return found.event;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`No ${type} came. There were: ${this.types().join(", ") || "no events"}`);
  }
}
