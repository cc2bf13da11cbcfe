import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { receiveEvent } from "../../stripe/receive-event.server";

export const action = ({ context, request }: ActionFunctionArgs) => receiveEvent(context.context, request);

/** Where a person looks whether the address is right. */
export const loader = () =>
  new Response("Stripe posts its events here.", { status: 405, headers: { allow: "POST" } });
