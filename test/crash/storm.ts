import { setTimeout as sleep } from "node:timers/promises";
import { type Opened, PLANS } from "../attack/buyer";
import type { Market } from "../attack/market";
import type { Random } from "../attack/random";
import { paidEvent } from "../attack/stripe-side";
import type { Known } from "../attack/verify";
import type { RunningApp } from "./running-app";

const CONNECTIONS = 24;
const RESENT = 0.15;
const OPENED = 0.5;
const PAUSED = 0.2;

/** What was promised to customers, what Stripe has sent, and what was answered. */
export class Memory implements Known {
  readonly opened = new Map<string, Opened>();
  readonly reported = new Set<string>();
  readonly acknowledged = new Set<string>();
  /** What Stripe has to report: not yet reported, or reported and not answered. */
  readonly waiting: Opened[] = [];
  /** What was acknowledged, and may be reported once more all the same. */
  readonly again: Opened[] = [];
  deliveries = 0;
}

/** Customers buy and Stripe reports, all at once, until the app is killed in the middle of it. */
export async function storm(market: Market, app: RunningApp, memory: Memory, random: Random): Promise<void> {
  const killAfter = memory.deliveries + random.between(200, 400);
  const pauseFirst_ms = random.chance(PAUSED) ? random.between(1_000, 3_000) : 0;
  const moment_ms = random.between(0, 40);
  let killed: Promise<void> | undefined;

  const one = async () => {
    while (!app.isDying) {
      const purchase = nextReport(memory, random);
      if (purchase) await report(market, memory, purchase).catch(expected(app));
      else await open(market, memory, random).catch(expected(app));
      if (memory.deliveries >= killAfter) killed ??= sleep(moment_ms).then(() => app.kill({ pauseFirst_ms }));
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  await killed;
}

/** Stripe tells of everything again that was never acknowledged. */
export async function reportTheRest(market: Market, memory: Memory): Promise<void> {
  const waiting = [...memory.opened.values()].filter(
    ({ purchaseId }) => !memory.acknowledged.has(purchaseId),
  );
  const one = async () => {
    for (let purchase = waiting.pop(); purchase; purchase = waiting.pop())
      await report(market, memory, purchase);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
}

/** A purchase to report, now and then one that was reported before; null says to open one. */
function nextReport({ waiting, again }: Memory, random: Random): Opened | null {
  if (random.chance(OPENED)) return null;
  return again.length > 0 && random.chance(RESENT) ? random.pick(again) : (waiting.pop() ?? null);
}

async function report({ stripe, ports }: Market, memory: Memory, purchase: Opened): Promise<void> {
  memory.reported.add(purchase.purchaseId);
  memory.deliveries += 1;
  const body = JSON.stringify(paidEvent(purchase.account, purchase.session));
  try {
    const { status, text } = await stripe.deliver(ports.PORT, body);
    if (status !== 200) throw new Error(`A payment was answered ${status}: ${text}`);
  } catch (error) {
    if (!memory.acknowledged.has(purchase.purchaseId)) memory.waiting.push(purchase);
    throw error;
  }
  if (!memory.acknowledged.has(purchase.purchaseId)) memory.again.push(purchase);
  memory.acknowledged.add(purchase.purchaseId);
}

async function open({ buyers }: Market, memory: Memory, random: Random): Promise<void> {
  const purchase = await random.pick(buyers).opens(random.pick(Object.keys(PLANS)));
  memory.opened.set(purchase.purchaseId, purchase);
  memory.waiting.push(purchase);
}

/** What goes wrong because the app is being killed is what this is about; anything else is a finding. */
const expected = (app: RunningApp) => (error: unknown) => {
  if (!app.isDying) throw error;
};
