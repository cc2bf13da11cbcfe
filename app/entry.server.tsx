import type { AppLoadContext, EntryContext } from "@remix-run/cloudflare";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToReadableStream } from "react-dom/server";
import { randomToken } from "./auth/secrets.server";
import { pagePolicy } from "./http/security-headers";
import { logError } from "./log";
import { NonceProvider } from "./ui/nonce";

/** The rest of the Worker, which takes it from here; see worker.ts. */
export { serve, tend } from "./serve.server";
export { Wallet } from "./wallet/wallet.server";

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { context }: AppLoadContext,
) {
  const nonce = randomToken();
  const body = await renderToReadableStream(
    <NonceProvider value={nonce}>
      <RemixServer context={remix} url={request.url} nonce={nonce} />
    </NonceProvider>,
    { nonce, signal: request.signal, onError: (error) => logError("render_failed", { error }) },
  );
  if (isbot(request.headers.get("user-agent"))) await body.allReady;

  headers.set("content-type", "text/html; charset=utf-8");
  headers.set("content-security-policy", pagePolicy(context.settings, nonce));
  return new Response(body, { status, headers });
}

/** What reaches Remix as an error was logged where it was caught; a visitor's wrong turn is none. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (!request.signal.aborted && error instanceof Error) {
    logError("remix_failed", { path: new URL(request.url).pathname, error });
  }
}
