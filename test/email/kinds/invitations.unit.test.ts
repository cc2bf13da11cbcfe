import { expect, test } from "vitest";
import { invitation } from "../../../app/email/kinds/invitation";
import { memberInvitation } from "../../../app/email/kinds/member-invitation";
import { writeEmail } from "../../../app/email/write-email";
import { sampleLetter, samplePlatformLetter } from "../letters";
import { textOf } from "../text-of";

test("a customer is invited in the partner's name, to the partner's portal", () => {
  const letter = sampleLetter();
  const { subject, html, text } = writeEmail(letter, invitation.words(letter, {}));

  expect(subject).toBe("Your invitation to Acme AI");
  expect(text).toContain("Sign in: https://acme.portal.topup.test/sign-in\n");
  expect(html).toContain('href="https://acme.portal.topup.test/sign-in"');
  expect(text).toContain("Sign in with this address, ana@customer.test.");
  expect(`${html}${text}`).not.toContain("Topup");
});

test("somebody is invited to work for a partner in the platform's name, and reads who asks", () => {
  const letter = samplePlatformLetter();
  const facts = { partnerName: "Acme <b>Agents</b>", invitedBy: "Olivia Park" };
  const { subject, html, text } = writeEmail(letter, memberInvitation.words(letter, facts));

  expect(subject).toBe("Olivia Park invites you to Acme <b>Agents</b>");
  expect(text).toContain("Olivia Park invites you to work with Acme <b>Agents</b> on Topup.");
  expect(textOf(html)).toContain("Olivia Park invites you to work with Acme <b>Agents</b> on Topup.");
  expect(html).not.toContain("<b>");
  expect(text).toContain("Sign in: https://app.topup.test/sign-in\n");
});
