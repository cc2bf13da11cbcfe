/**
 * The control API: what a test or a developer tells the stand-in. JSON in, JSON out, no key.
 *
 *   POST   /_standin/reset                       forget everything
 *   POST   /_standin/accounts                    {id, email, business_name, country, …} create or change
 *   POST   /_standin/accounts/{acct}/{complete|restrict|deauthorize}
 *   POST   /_standin/sessions/{cs}/pay           {card, email?, authentication?} as the hosted page
 *   POST   /_standin/payments/{pi}/{settle|fail|refund|refund_failing|refund_pending|dispute|inquiry}
 *   POST   /_standin/refunds/{re}/{complete|fail}
 *   POST   /_standin/disputes/{du}/{win|lose}
 *   GET    /_standin/events                      ?type= &account= with deliveries and attempts
 *   POST   /_standin/events/{evt}/resend         {times?, parallel?}
 *   POST   /_standin/deliver                     everything undelivered or held, now
 *   GET    /_standin/faults · POST · DELETE      what goes wrong next
 *   POST   /_standin/clock                       {advance_seconds}
 *
 * Every call that makes something happen answers after the first attempt to deliver its events.
 */
import type { Courier } from "../delivery/courier";
import { patiently } from "../delivery/patience";
import { resourceMissing, StripeError, unrecognizedUrl } from "../http/api-error";
import type { Value } from "../http/form";
import { fields, flag, integer, oneOf, required, text } from "../http/parameters";
import { applyWhatIsDue } from "../payments/due";
import { payAsBuyer } from "../payments/pay-as-buyer";
import { Scope } from "../scope";
import type { World } from "../world";
import { act } from "./actions";
import { eventLog } from "./event-log";
import { addFault } from "./faults";
import { upsertAccount } from "./upsert-account";

interface Call {
  world: World;
  courier: Courier;
  body: Value;
  query: URLSearchParams;
}

const choice = fields({
  card: text,
  email: text,
  name: text,
  authentication: oneOf("complete", "fail"),
  redirect: flag,
});

export async function answerControl(world: World, courier: Courier, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const body = request.method === "POST" ? await readBody(request) : {};
  const steps = url.pathname.split("/").slice(2);
  try {
    const answer = await carryOut({ world, courier, body, query: url.searchParams }, request.method, steps);
    if (answer) return Response.json(answer);
    throw unrecognizedUrl(request.method, url.pathname);
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    return Response.json({ error: error.body }, { status: error.status });
  }
}

async function readBody(request: Request): Promise<Value> {
  const sent = await request.text();
  if (sent === "") return {};
  try {
    return JSON.parse(sent) as Value;
  } catch {
    throw new StripeError(400, { type: "invalid_request_error", message: "The body is not JSON." });
  }
}

async function carryOut(call: Call, method: string, [noun = "", id, verb]: string[]): Promise<object | null> {
  if (id !== undefined && verb !== undefined) return method === "POST" ? onOne(call, noun, id, verb) : null;
  switch (`${method} ${noun}`) {
    case "POST reset":
      call.world.reset();
      return { reset: true };
    case "POST accounts":
      return changed(call, () => upsertAccount(call.world, call.body));
    case "POST clock":
      return changed(call, () => advance(call));
    case "POST deliver":
      return { attempts: await call.courier.deliverUndelivered() };
    case "GET events":
      return { events: eventLog(call.world, call.query) };
    case "GET faults":
      return { faults: call.world.faults.all() };
    case "POST faults":
      return addFault(call.world, call.body);
    case "DELETE faults":
      call.world.faults.clear();
      return { faults: [] };
    default:
      return null;
  }
}

async function onOne(call: Call, noun: string, id: string, verb: string): Promise<object> {
  if (noun === "events" && verb === "resend") return resend(call, id);
  if (noun === "sessions" && verb === "pay") return changed(call, () => pay(call, id));
  const options = fields({ amount: integer, reason: text })(call.body, "");
  return changed(call, () => ({ account: act(call.world, noun, id, verb, options) }));
}

/** Does one change, then waits for its events as the hosted page does. */
async function changed(call: Call, work: () => object): Promise<object> {
  const { result, events } = call.world.change(work);
  await patiently(call.courier.deliver(events));
  return result;
}

function pay({ world, body }: Call, id: string): object {
  const session = world.objects.findInAnyAccount("checkout.session", id);
  if (!session) throw resourceMissing("checkout.session", id);
  const { card, email, name, authentication } = choice(body, "");
  return payAsBuyer(new Scope(world, session.account), id, {
    card: required(card, "card"),
    email: email ?? session.body.customer_email ?? "buyer@example.com",
    name,
    authentication,
  });
}

function advance({ world, body }: Call): object {
  world.clock.advance(
    required(fields({ advance_seconds: integer })(body, "").advance_seconds, "advance_seconds"),
  );
  applyWhatIsDue(world);
  return { now: world.clock.now_s() };
}

async function resend({ world, courier, body }: Call, id: string): Promise<object> {
  if (!world.objects.findInAnyAccount("event", id)) throw resourceMissing("event", id);
  const { times = 1, parallel = false } = fields({ times: integer, parallel: flag })(body, "");
  return { attempts: await courier.resend(id, times, parallel) };
}
