import type { Message } from "../../../dev/inbox/message";
import { startOutside } from "../../../dev/outside.mjs";

const WELCOME = {
  from: "Acme <no-reply@acme.test>",
  to: "ana@example.test",
  subject: "Your code for Acme",
  text: "Your code is 482913.",
};

/** An inbox on a port of its own, and the ways to talk to it. */
export async function openInbox() {
  const outside = await startOutside({
    stripePort: null,
    inboxPort: 0,
    webhookUrl: "http://127.0.0.1/nowhere",
    secrets: { STRIPE_WEBHOOK_SECRET: "", STRIPE_CONNECT_WEBHOOK_SECRET: "" },
  });
  const origin = outside.inboxOrigin ?? "";

  return {
    origin,
    stop: () => outside.stop(),

    /** Sends a message as Topup does, with whatever differs from a welcome. */
    async send(differing: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
      const response = await fetch(`${origin}/emails`, {
        method: "POST",
        headers: { authorization: "Bearer re_test", "content-type": "application/json", ...headers },
        body: JSON.stringify({ ...WELCOME, ...differing }),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    list: async (query = "") => (await (await fetch(`${origin}/api/messages${query}`)).json()) as Message[],
    page: async (path: string) => (await fetch(`${origin}${path}`)).text(),
    clear: () => fetch(`${origin}/api/messages`, { method: "DELETE" }),
    plan: (faults: unknown) =>
      fetch(`${origin}/api/faults`, { method: "POST", body: JSON.stringify(faults) }),
  };
}
