import { Scope } from "../scope";
import type { World } from "../world";
import { expireSession } from "./pay-session";
import { failRefund } from "./refund-payment";
import { failPayment, settlePayment } from "./settle-payment";

/** What time does by itself: sessions expire, debits settle or fail, doomed refunds fail. */
export function applyWhatIsDue(world: World): void {
  for (const { id, kind } of world.objects.due(world.clock.now_s())) {
    const stored = world.objects.findInAnyAccount(kind, id);
    if (!stored) continue;
    const scope = new Scope(world, stored.account);
    if (kind === "checkout.session") expireSession(scope, id);
    else if (kind === "refund") failRefund(scope, id);
    else if (scope.get("payment_intent", id).hidden.settles === "fails") failPayment(scope, id);
    else settlePayment(scope, id);
  }
}
