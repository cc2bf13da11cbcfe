import { describe, expect, test } from "vitest";
import { receipt } from "../../../app/email/kinds/receipt";
import { writeEmail } from "../../../app/email/write-email";
import { formatDateTime } from "../../../app/time";
import type { Receipt } from "../../../db/email-facts.server";
import type { Portal } from "../../../db/portals.server";
import { projectedEntry, projectedPurchase } from "../../purchases/sample-projection";
import { NOW } from "../../sample-time";
import { sampleLetter } from "../letters";
import { textOf } from "../text-of";

const CONTACT = "Acme AI · help@acme.test";
const ORIGIN = "https://acme.portal.topup.test";

function email({ portal = {}, ...changes }: Partial<Receipt> & { portal?: Partial<Portal> } = {}) {
  const letter = sampleLetter(portal);
  const entry = projectedEntry({ balanceAfterMicros: 1_250_500_000 });
  return writeEmail(
    letter,
    receipt.words(letter, { purchase: projectedPurchase(), entry, wasProcessing: false, ...changes }),
  );
}

describe("L85 what a receipt says", () => {
  const LINES = [
    "Plan: Starter Pack",
    "Added: 1,000 credits",
    "Amount paid: $49.00",
    "New balance: 1,250.5 credits",
    `Date: ${formatDateTime(NOW, "en-US")}`,
    "Receipt: purchase_01k9zx3m8ye4rtqf5c6h7j8k9m",
  ];
  const LINK = `${ORIGIN}/purchases/purchase_01k9zx3m8ye4rtqf5c6h7j8k9m`;

  test("L85 in its subject", () => {
    expect(email().subject).toBe("Receipt: 1,000 credits added");
  });

  test("L85 as text: the portal's name, what was paid and added, the balance, and where to see it", () => {
    expect(email().text).toBe(
      [
        "Acme AI",
        "",
        "Thank you",
        "",
        "Added to your balance: 1,000 credits.",
        "",
        ...LINES,
        "",
        `View your purchase: ${LINK}`,
        `Printable receipt: ${LINK}/receipt`,
        "",
        CONTACT,
        "",
      ].join("\n"),
    );
  });

  test("L85 as HTML: the same, with a button", () => {
    const { html } = email();

    expect(html).toMatch(/^<!doctype html><html lang="en">/);
    expect(textOf(html)).toBe(
      [
        `Added to your balance: 1,000 credits. ${LINES.join(" · ")}`,
        "Acme AI",
        "Thank you",
        "Added to your balance: 1,000 credits.",
        ...LINES.flatMap((line) => line.split(/: (.*)/s).slice(0, 2)),
        "View your purchase",
        "Printable receipt",
        "Acme AI · ",
        "help@acme.test",
      ].join("\n"),
    );
    expect(html).toContain(`href="${LINK}"`);
    expect(html).toContain(`href="${LINK}/receipt"`);
  });

  test("B14 yen are yen, in the portal's language", () => {
    const inYen = email({
      purchase: projectedPurchase({ currency: "jpy", priceMinor: 4_900 }),
      portal: { locale: "de-DE" },
    });

    expect(inYen.subject).toBe("Beleg: 1.000 Credits gutgeschrieben");
    expect(inYen.text).toContain("Bezahlter Betrag: 4.900\u00a0¥\n");
    expect(textOf(inYen.html)).toContain("4.900\u00a0¥");
  });
});

describe("whose mail it is", () => {
  test("it is in the partner's colour and names nobody else", () => {
    const { html, text } = email({ portal: { brandColor: "#123456" } });

    expect(html).toContain("border-top:4px solid #123456");
    expect(`${html}${text}`).not.toContain("Topup");
  });

  test("a colour that is none leaves no trace in the mail", () => {
    expect(email({ portal: { brandColor: 'red"><script>' } }).html).not.toContain("script");
  });
});

test("L23 a name is text, whatever it looks like", () => {
  const name = `<script>alert("1")</script> & 'Söhne' <img src=x onerror=alert(1)>`;
  const { html, text } = email({
    purchase: projectedPurchase({ planName: name }),
    portal: { title: name },
  });

  expect(html).not.toMatch(/<script|<img/);
  expect(textOf(html).split(name)).toHaveLength(5);
  expect(text.split(name)).toHaveLength(4);
});
