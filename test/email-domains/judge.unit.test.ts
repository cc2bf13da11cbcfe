import { describe, expect, test } from "vitest";
import { readSenderForm } from "../../app/email-domains/domain-form";
import { judgeRecord, spfCost, spfTerms, standingOf } from "../../app/email-domains/judge";
import { recordsOf } from "../../app/email-domains/records";
import type { DomainRecord } from "../../db/schema";

const found = (...values: string[]) => ({ outcome: "found" as const, values });
const record = (changes: Partial<DomainRecord>): DomainRecord => ({
  purpose: "dkim",
  type: "TXT",
  name: "resend._domainkey.acme.test",
  value: "p=MIGf",
  ...changes,
});
const spf = record({ purpose: "spf", value: "v=spf1 include:amazonses.com ~all" });

describe("what DNS has of a record", () => {
  test.each([
    ["the same", record({}), ["p=MIGf"], "found"],
    ["the same, broken into pieces with spaces", record({}), ["p=MI Gf"], "found"],
    ["an older key", record({}), ["p=OLD"], "different"],
    ["an SPF text that has what is needed", spf, ["v=spf1 mx include:amazonses.com -all"], "found"],
    ["an SPF text without it", spf, ["v=spf1 include:_spf.google.com ~all"], "different"],
    ["two SPF texts", spf, ["v=spf1 include:amazonses.com ~all", "v=spf1 -all"], "different"],
    ["other texts beside", spf, ["hello"], "missing"],
    ["a stricter DMARC", record({ purpose: "dmarc" }), ["v=DMARC1; p=reject; rua=mailto:a@b.test"], "found"],
    [
      "a DMARC without a policy",
      record({ purpose: "dmarc" }),
      ["v=DMARC1; rua=mailto:a@b.test"],
      "different",
    ],
    ["two DMARCs", record({ purpose: "dmarc" }), ["v=DMARC1; p=none", "v=DMARC1; p=none"], "different"],
    ["an MX with a priority", record({ type: "MX", value: "mx.ses.test" }), ["10 MX.ses.test."], "found"],
    ["another service's proof", record({ purpose: "ownership" }), ["google-site-verification=1"], "missing"],
  ])("%s", (_, asked, values, state) => {
    expect(judgeRecord(asked, found(...values)).state).toBe(state);
  });

  test("nothing is missing, and no answer is no finding", () => {
    expect(judgeRecord(record({}), { outcome: "none" }).state).toBe("missing");
    const unknown = judgeRecord(record({}), { outcome: "no_answer", reason: "The resolver did not answer." });
    expect(unknown).toEqual({ state: "unknown", found: [], advice: "The resolver did not answer." });
    expect(standingOf([unknown])).toBe("unknown");
  });

  test("an SPF text may ask ten questions of DNS and no more", () => {
    const good = found("v=spf1 include:amazonses.com ~all");
    expect(judgeRecord(spf, good, 10).state).toBe("found");
    expect(judgeRecord(spf, good, 11).state).toBe("different");
    expect(
      spfCost(spfTerms("v=spf1 a mx:acme.test ip4:1.2.3.4 ?include:x.test exists:%{i}.y redirect=z.test")),
    ).toEqual({
      questions: 5,
      leads: ["x.test", "z.test"],
    });
  });
});

test("the records to set are the provider's, and two of ours", () => {
  const asked = [
    { record: "SPF", name: "send", type: "TXT", value: "v=spf1 include:amazonses.com ~all" },
    { record: "DKIM", name: "resend._domainkey", type: "TXT", value: "p=1" },
    { record: "Tracking", name: "links", type: "CNAME", value: "x.test" },
  ];
  expect(recordsOf("acme.test", "token", asked).map(({ name, value }) => [name, value])).toEqual([
    ["acme.test", "topup-verification=token"],
    ["send.acme.test", "v=spf1 include:amazonses.com ~all"],
    ["resend._domainkey.acme.test", "p=1"],
    ["_dmarc.acme.test", "v=DMARC1; p=none;"],
  ]);
});

describe("the form", () => {
  const read = (fromEmail: string, fromName = "Acme") => {
    const form = new FormData();
    form.set("fromEmail", fromEmail);
    form.set("fromName", fromName);
    return readSenderForm(form, ["topup.test"]);
  };

  test("takes an address at a domain of one's own, in lower case", () => {
    expect(read(" Hello@Acme.Example ").values.fromEmail).toBe("hello@acme.example");
    expect(read("Hello@acme.example").isValid).toBe(true);
  });

  test.each([
    "",
    "hello",
    "hello@localhost",
    "a@b@c.test",
    "hello@gmail.com",
    "me@mail.topup.test",
    "x@a.test\r\nBcc: b@c.test",
  ])("does not take %j", (address) => expect(read(address).errors.fromEmail).toBeDefined());

  test("wants a name", () => expect(read("a@acme.example", " ").errors.fromName).toBeDefined());
});
