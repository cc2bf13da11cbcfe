import type { Inbox } from "../../dev/inbox/inbox";
import { receiveEmail } from "../../dev/inbox/receive-email";
import { faults } from "./faults";

/** The objects behind the addresses that Topup calls: the stand-ins' own code, one of each for a seed. */
interface Sites {
  stripe: DurableObjectStub;
  inbox: DurableObjectStub<Inbox>;
}

const STRIPE_API = /^\/v[12]\//;

/** Puts the simulated network in the place of the real one: there is nothing behind it but the stand-ins. */
export function takeOverNetwork(sites: () => Sites): void {
  globalThis.fetch = async (input, init) => {
    const request = new Request(input as RequestInfo, init as RequestInit);
    const { pathname } = new URL(request.url);
    const { stripe, inbox } = sites();
    return STRIPE_API.test(pathname) ? callStripe(stripe, request) : callMailer(inbox, request);
  };
}

async function callStripe(stripe: DurableObjectStub, request: Request): Promise<Response> {
  if (faults.strikes("stripe_429")) return failure(429, "rate_limit");
  if (faults.strikes("stripe_500")) return failure(500, "api_error");
  if (faults.strikes("stripe_timeout")) throw noAnswer();
  const response = await stripe.fetch(request);
  if (!faults.strikes("stripe_answer_lost")) return response;
  await response.arrayBuffer();
  throw noAnswer();
}

async function callMailer(inbox: DurableObjectStub<Inbox>, request: Request): Promise<Response> {
  if (faults.strikes("email_down")) return failure(503, "service_unavailable");
  if (faults.strikes("email_timeout")) throw noAnswer();
  const response = await receiveEmail(request, inbox);
  if (faults.strikes("email_answer_lost")) throw noAnswer();
  return response;
}

const failure = (status: number, type: string) =>
  Response.json({ error: { type, message: "Simulated" } }, { status });

/** What a deadline that passed looks like to whoever waited. */
const noAnswer = () => new DOMException("The simulated network gave no answer", "AbortError");
