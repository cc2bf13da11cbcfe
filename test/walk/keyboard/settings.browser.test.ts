import { test } from "vitest";
import { byKeyboard } from "./by-keyboard";
import type { Keys } from "./keys";

/** Stripe Connect and the team: what an owner settles once, and whoever is on their team never. */
byKeyboard({ routes: /^routes\/dashboard\/(stripe|team)\// }, (walk) => {
  let nils: Keys;
  let olivia: Keys;

  test("he connects Stripe, leaves its pages too early, goes on, and is asked for more", async () => {
    nils = await walk.signedIn("nils@newcomer.test");
    await nils.open("/settings/stripe-connect");
    await nils.choose("Country of your business", "Canada");
    await nils.press("Connect Stripe");
    await nils.finds("button", "Leave unfinished");
    await nils.press("Leave unfinished");
    await nils.finds("heading", "Almost connected");
    await nils.press("Complete Setup");
    await nils.finds("button", "Submit, but be restricted");
    await nils.press("Submit, but be restricted");
    await nils.finds("button", "Complete Requirements");
    await nils.press("Complete Requirements");
    await nils.finds("button", "Complete");
    await nils.press("Complete");
    await nils.finds("heading", "Connected");
  });

  test("he asks Stripe again how his account stands", async () => {
    await nils.press("Refresh");
    await nils.finds("heading", "Connected");
    await nils.reads(/^Checked/);
  });

  test("he disconnects, once he has typed the word", async () => {
    await nils.press("Disconnect");
    await nils.write(/^Type “/, "yes");
    await nils.press("Disconnect");
    await nils.reads(/Nothing was changed\.$/);
    await nils.write(/^Type “/, "disconnect");
    await nils.press("Disconnect");
    await nils.isTold("Stripe is disconnected");
    await nils.finds("button", "Connect Stripe");
  });

  test("she invites somebody, once their address is one", async () => {
    olivia = await walk.signedIn("olivia@acme.test");
    await olivia.open("/settings/team");
    await olivia.write("E-mail", "kim");
    await olivia.press("Send invitation");
    await olivia.isTold("Check the highlighted fields");
    await olivia.write("E-mail", "kim@acme.test");
    await olivia.write("Name", "Kim Lee");
    await olivia.pick(/^Owner/);
    await olivia.press("Send invitation");
    await olivia.isTold("The invitation is on its way");
    await olivia.finds("row", "Kim Lee kim@acme.test Owner Invited");
  });

  test("she sends the invitation again, makes it one of a member, and revokes it", async () => {
    await olivia.press("Kim Lee");
    await olivia.press("Send again");
    await olivia.isTold("The invitation is on its way again");
    await olivia.pick(/^Member/);
    await olivia.press("Save changes");
    await olivia.isTold("Role saved");
    await olivia.press("Revoke invitation");
    await olivia.isTold("They are off the team");
    await olivia.misses("row", "Kim Lee");
  });

  test("she removes a member", async () => {
    await olivia.press("Mia Sato");
    await olivia.press("Remove");
    await olivia.isTold("They are off the team");
    await olivia.misses("row", "Mia Sato");
  });

  test("she finds in the audit log what she did", async () => {
    await olivia.open("/settings/audit-log");
    await olivia.choose("What", "Team");
    await olivia.choose("Who", "Olivia Park");
    await olivia.press("Filter");
    await olivia.finds("link", "Reset");
    await olivia.finds("row", /mia@acme\.test/);
  });
});
