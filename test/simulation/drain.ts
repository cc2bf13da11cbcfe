import { deliverDueEmails } from "../../app/email/deliver-due-emails.server";
import { sweepPurchases } from "../../app/purchases/sweep-purchases.server";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../app/time";
import { clock } from "./clock";
import { adjust } from "./steps/adjust";
import { decideOn, release } from "./steps/judge";
import { decide } from "./steps/pay";
import { compare, rebuild } from "./steps/repair";
import type { World } from "./world";

const ROUNDS = 12;

/**
 * Lets everything come to its end, with nothing going wrong any more: banks decide, checkouts expire, Stripe sends
 * again what was not taken, people send again what was not answered, and the sweep and a comparison with Stripe find what
 * never arrived.
 */
export async function drain(world: World): Promise<void> {
  await endAtStripe(world);
  for (const event of [...world.post.waiting]) await world.post.deliver(world.context, event);
  // Past any alarm that was set while the clock was ahead, and past the sweep's first questions.
  clock.pass(2 * DAY_MS);
  await ringUntilQuiet(world);
  await world.attempt(() => sweepPurchases(world.context));
  await sendFormsAgain(world);
  for (const shop of world.shops) await compare(world, shop, true);
  await world.finishBackground();
  await ringUntilQuiet(world);
  await sendEmails(world);
}

async function endAtStripe(world: World): Promise<void> {
  for (const debit of [...world.debits]) await decide(world, debit);
  for (const { account } of world.shops) {
    const { accountId } = account;
    const open = (await world.stripe.sessions(accountId)).filter(({ status }) => status === "open");
    for (const { id } of open) await world.stripe.expire(accountId, id);
    await world.post.collect(accountId);
  }
}

export async function ringUntilQuiet(world: World): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    clock.pass(6 * MINUTE_MS);
    if (await world.ringAlarms()) return;
  }
}

async function sendFormsAgain(world: World): Promise<void> {
  const unanswered = world.record.adjustments.filter(({ answer }) => answer === null);
  for (const { customerId, formId, amountMicros } of unanswered) {
    await adjust(world, customerId, formId, amountMicros);
  }
  for (const { customerId, form } of world.record.decisions.filter(({ answer }) => answer === null)) {
    await decideOn(world, customerId, form);
  }
  for (const { customerId, purchaseId } of world.record.releases.filter(({ answer }) => answer === null)) {
    await release(world, customerId, purchaseId);
  }
  for (const partnerId of [...world.record.unansweredRebuilds]) await rebuild(world, partnerId);
}

async function sendEmails(world: World): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    clock.pass(7 * HOUR_MS);
    await deliverDueEmails(world.context.db, world.context.settings);
    const queued = await world.bindings.DB.prepare(
      "SELECT 1 FROM emails WHERE status = 'queued' LIMIT 1",
    ).first();
    if (!queued) return;
  }
}
