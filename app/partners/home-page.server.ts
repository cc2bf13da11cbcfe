import { readHome } from "../../db/home.server";
import type { PartnerContext } from "../context.server";
import { formatMoney } from "../money";
import { recentSince } from "../plans/plan-sales";
import { portalOrigin } from "../portals/site";
import { newestPurchase } from "../purchases/newest-purchase";
import { setupSteps } from "./setup";
import { COUNTED, waitingRows } from "./waiting";

const LOCALE = "en-US";
const PURCHASES_SHOWN = 5;

/** What the home page shows: how far the setup is, what was sold lately, what waits, and who bought last. */
export async function loadHome({ db, partner, account, settings, now }: PartnerContext) {
  const home = await readHome(db, partner.id, {
    since: recentSince(now()),
    counted: COUNTED + 1,
    purchases: PURCHASES_SHOWN,
  });
  const portalUrl = home.portal?.enabled ? portalOrigin(settings, home.portal) : null;
  return {
    steps: setupSteps({ ...home, partner, account, portalUrl, hasPortal: home.portal !== null }),
    sales: home.lately
      .filter(({ sold }) => sold > 0)
      .map(({ currency, sold, netMinor }) => ({
        currency: currency.toUpperCase(),
        net: formatMoney(netMinor, currency, LOCALE),
        sold: sold === 1 ? "1 purchase" : `${sold.toLocaleString(LOCALE)} purchases`,
      })),
    waiting: waitingRows(home.waiting),
    newest: home.newest.map((row) => newestPurchase(row, now())),
  };
}
