import { expect, test } from "vitest";
import { stripe } from "../shop/outside";
import { type Customer, clickOn, DECLINED_CARD } from "../shop/people";
import { openShop, proBundle, starterPack } from "../shop/shop";
import { type Page, Visitor } from "../shop/visitor";

/** What a person can read or hear of a page, piece by piece. */
const piecesOf = ({ html }: Page): string[] => {
  const body = html.slice(html.indexOf("<body")).replace(/<!--.*?-->/g, "");
  const spoken = [...body.matchAll(/aria-label="([^"]*)"/g)].map(([, label = ""]) => label);
  return [...body.split(/<[^>]*>/), ...spoken]
    .map((piece) => piece.trim())
    .filter((piece) => /\p{L}{2}/u.test(piece));
};

/** Names, and words that are spelled alike. */
const ALIKE =
  /^(English|Deutsch|Español|Français|Status|Portal|Credits?|Code|Note|Date|Type|Plan|Total|Error|Support: .*|Starter Pack|Pro Bundle|ana|Name|E-mail|Browser|Agents of .*|help@.*|ana\..*@customer\.test|(purchase|pi)_\w+|\+?[\d.,\s]+ (Credits|credits?))$/i;

async function everyPage(ana: Customer): Promise<string[]> {
  const credited = await ana.chooses("Starter Pack");
  await credited.pays();
  const refunded = await ana.chooses("Starter Pack");
  await refunded.pays();
  const { purchase } = (await ana.wallet((wallet) => wallet.purchase(refunded.purchaseId))) ?? {};
  await stripe.refund(purchase?.paymentIntentId ?? "", 1_000);
  const declined = await ana.chooses("Starter Pack");
  await declined.pays(DECLINED_CARD);
  const waiting = await ana.clicks({
    ...clickOn(await ana.browser.get("/credits"), "Pro Bundle"),
    another: "yes",
  });
  const processing = await ana.chooses("Pro Bundle");
  await processing.pays("bank_debit");
  const purchases = [credited, refunded, declined, waiting, processing].map(
    ({ purchaseId }) => `/purchases/${purchaseId}`,
  );
  return [
    "/credits",
    "/billing",
    "/billing/purchases",
    "/history",
    "/history?type=used",
    "/account",
    "/no-such-page",
    ...purchases,
    `${purchases[3]}?cancelled`,
    `${purchases[0]}/receipt`,
    `${purchases[1]}/receipt`,
    `${purchases[2]}/receipt`,
    `${purchases[0]}/again`,
    `${purchases[4]}/again`,
  ];
}

test("nothing of a portal is left in English where a customer reads German, Spanish or French", async () => {
  const shop = await openShop({ plans: [starterPack, proBundle] });
  const ana = await shop.customer();
  const left: string[] = [];
  for (const path of await everyPage(ana)) {
    const english = new Set(piecesOf(await ana.browser.get(path)));
    for (const language of ["de", "es", "fr"]) {
      const page = await ana.browser.get(path, { "accept-language": language });
      for (const piece of piecesOf(page)) {
        if (english.has(piece) && !ALIKE.test(piece)) left.push(`${language} ${path}: ${piece}`);
      }
    }
  }
  expect(left).toEqual([]);
});

test("the way in is in the language that the browser asks for", async () => {
  const visitor = new Visitor((await openShop()).host);
  const german = { "accept-language": "de" };
  expect((await visitor.get("/sign-in", german)).text).toContain("Wir senden Ihnen einen Code per E-Mail.");
  const refused = await visitor.post("/sign-in", { email: "nobody", next: "/" }, german);
  expect(refused.text).toContain("Geben Sie Ihre E-Mail-Adresse ein");
});

test("files have their headings and types in the customer's language, and plain numbers in any", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await (await ana.chooses("Starter Pack")).pays();
  const german = { "accept-language": "de" };
  const history = await ana.browser.get("/history.csv", german);
  expect(history.html).toMatch(
    /Art,Menge,Guthaben,Notiz,Datum,Buchung\r\nGutgeschrieben,1000,1000,Starter Pack,/,
  );
  const purchases = await ana.browser.get("/billing/purchases.csv", german);
  expect(purchases.html).toMatch(
    /Paket,Betrag,Währung,Credits,Status,Erstattet,Angefochten,Datum,Kauf,Zahlung\r\nStarter Pack,49\.00,USD,1000,Gutgeschrieben/,
  );
});

test("Stripe's page opens in the language of the portal's", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await ana.browser.post("/language", { language: "fr", next: "/" });
  const { sessionId } = await ana.chooses("Starter Pack");
  const session = await stripe.read<{ locale: string }>(`checkout/sessions/${sessionId}`, shop.accountId);
  expect(session.locale).toBe("fr");
});
