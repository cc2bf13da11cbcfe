import type { Opened } from "../attack/buyer";
import type { Random } from "../attack/random";
import type { StripeEvent } from "../attack/stripe-side";
import { ODD_TEXTS, ODD_VALUES } from "./odd-values";

type Branch = Record<string, unknown>;

/** The fields that decide about credits: most mutations go there. */
const DECIDING = [
  "id",
  "type",
  "account",
  "livemode",
  "data",
  "data.object",
  ...[
    "id",
    "livemode",
    "status",
    "payment_status",
    "amount_total",
    "currency",
    "payment_intent",
    "last_payment_error",
    "metadata",
    "metadata.purchase_id",
    "metadata.customer_id",
  ].map((path) => `data.object.${path}`),
].map((path) => path.split("."));

const MAX_MUTATIONS = 4;
const DEPTHS = [20, 150, 1_200, 20_000];

/** A real event, told about another purchase, and with up to four things wrong. */
export function mutatedEvent(events: readonly StripeEvent[], target: Opened, random: Random): string {
  const types = [...new Set(events.map(({ type }) => type))];
  const type = random.pick(types);
  const event = structuredClone(random.pick(events.filter((one) => one.type === type)));
  if (random.chance(0.8)) retarget(event, target);
  if (random.chance(0.9)) event.id = `evt_${random.between(0, 2 ** 31)}`;
  if (random.chance(0.2)) claimPaid(event, target);
  for (let left = random.between(0, MAX_MUTATIONS); left > 0; left -= 1) mutate(event, types, random);
  return mutatedText(JSON.stringify(event), random);
}

function retarget(event: StripeEvent, target: Opened): void {
  const { object } = event.data;
  if (typeof object.metadata !== "object" || object.metadata === null) return;
  event.account = target.account;
  object.metadata = { purchase_id: target.purchaseId, customer_id: target.customerId };
  if (object.object !== "checkout.session") return;
  const { id, amount_total, currency } = target.session;
  Object.assign(object, { id, amount_total, currency, client_reference_id: target.purchaseId });
}

function claimPaid(event: StripeEvent, target: Opened): void {
  event.type = "checkout.session.completed";
  event.account = target.account;
  event.data.object = { ...target.session, status: "complete", payment_status: "paid" };
}

function mutate(event: StripeEvent, types: readonly string[], random: Random): void {
  const path = random.chance(0.7) ? random.pick(DECIDING) : someWay(event, random);
  const branch = branchAt(event, path.slice(0, -1));
  const key = path.at(-1) ?? "";
  if (!branch) return;
  const value = branch[key];
  switch (random.between(0, 7)) {
    case 0:
      delete branch[key];
      break;
    case 1:
      branch[key] = [value];
      break;
    case 2:
      branch[key] = { [key]: value };
      break;
    case 3:
      branch[key] = typeof value === "number" ? value + random.pick([-1, 1, 0.5]) : inWords(value);
      break;
    case 4:
      branch[key] = typeof value === "boolean" ? !value : random.pick(types);
      break;
    default:
      branch[key] = structuredClone(random.pick(ODD_VALUES));
  }
}

/** A way from the root to some field, wherever it is. */
function someWay(event: StripeEvent, random: Random): string[] {
  const path: string[] = [];
  let branch: unknown = event;
  while (typeof branch === "object" && branch !== null && Object.keys(branch).length > 0) {
    const key = random.pick(Object.keys(branch));
    path.push(key);
    branch = (branch as Branch)[key];
    if (random.chance(0.3)) break;
  }
  return path;
}

function branchAt(event: StripeEvent, path: readonly string[]): Branch | null {
  let branch: unknown = event;
  for (const key of path) branch = (branch as Branch | null | undefined)?.[key];
  return typeof branch === "object" && branch !== null ? (branch as Branch) : null;
}

/** What can be wrong in the text alone: keys that come twice, depth, numbers beyond numbers. */
function mutatedText(text: string, random: Random): string {
  switch (random.between(0, 11)) {
    case 0:
      return `${text.slice(0, -1)},"livemode":${random.pick(ODD_TEXTS)}}`;
    case 1:
      return `{"id":"evt_twice","account":"acct_twice",${text.slice(1)}`;
    case 2: {
      const depth = random.pick(DEPTHS);
      return `${text.slice(0, -1)},"deep":${"[".repeat(depth)}${"]".repeat(depth)}}`;
    }
    case 3:
      return text.replace(/"amount_total":[^,}]+/, `"amount_total":${random.pick(ODD_TEXTS)}`);
    case 4:
      return text.replace('"metadata":{', `"metadata":{"__proto__":${random.pick(ODD_TEXTS)},`);
    case 5:
      return ` \n${text}\t `;
    default:
      return text;
  }
}

/** An object may name its own \`toString\`, and then has no text of its own. */
const inWords = (value: unknown): string =>
  typeof value === "object" ? JSON.stringify(value) : String(value);
