import { describe, expect, test } from "vitest";
import { KINDS } from "../../../app/email/kinds";
import { samplesAt } from "../../../app/email/samples";
import { writeEmail } from "../../../app/email/write-email";
import { EVERY_LANGUAGE } from "../../../app/i18n/language";
import { EMAIL_KINDS } from "../../../db/schema";
import { NOW } from "../../sample-time";
import { sampleLetter } from "../letters";
import { textOf } from "../text-of";

const SAMPLES = samplesAt(NOW, "usd");
const BAD = `<script>alert("1")</script>\r\nBcc: all@acme.test & 'Söhne'`;

const letterIn = (locale: string) => sampleLetter({ locale });
const numbersIn = (text: string) => (text.match(/\d[\d.,\u202f\u00a0]*/g) ?? []).sort();

describe.each(EMAIL_KINDS)("%s", (kind) => {
  test.each(EVERY_LANGUAGE)("in %s its text says what its HTML says", (language) => {
    const letter = letterIn(language);
    const { subject, html, text } = writeEmail(letter, KINDS[kind].writeSample(letter, SAMPLES));
    const { heading, paragraphs, rows = [], button, footnote } = KINDS[kind].writeSample(letter, SAMPLES);

    expect(html).toContain(`<html lang="${language}">`);
    for (const said of [heading, ...paragraphs, ...rows.flat(), button?.label ?? "", footnote ?? ""]) {
      expect(textOf(html)).toContain(said);
      expect(text).toContain(said);
    }
    expect(subject).not.toBe("");
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    const [, seen = ""] = textOf(html).split(`\n${letter.sender}\n`);
    expect(numbersIn(text.replace(/https?:\S+/g, ""))).toEqual(numbersIn(seen));
  });

  test("names are text, and end no header", () => {
    const letter = { ...sampleLetter({ title: BAD }), to: "ana@customer.test" };
    const written = writeEmail(letter, KINDS[kind].writeSample(letter, SAMPLES));
    expect(written.html).not.toContain("<script");
    expect(written.subject).not.toMatch(/[\r\n]/);
  });
});
