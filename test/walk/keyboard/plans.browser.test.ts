import { expect, test } from "vitest";
import { byKeyboard } from "./by-keyboard";
import type { Keys } from "./keys";

const PLANS = "/settings/customer-credit-plans";
const ANSWERED_AT_ONCE = "with scripts the panel answers while somebody types, so its buttons send nothing";

const ASKED_WITHOUT_SCRIPTS = [
  "new-credit-plan formId=… intent=advise",
  "new-credit-plan formId=… intent=use-suggestion",
  "edit-credit-plan version=… intent=advise",
  "edit-credit-plan version=… intent=use-suggestion",
].map((form) => ({ form: `routes/dashboard/plans/${form}`, why: ANSWERED_AT_ONCE }));

byKeyboard(
  {
    routes: /^routes\/dashboard\/plans\//,
    exceptions: ({ hasScripts }) => (hasScripts ? ASKED_WITHOUT_SCRIPTS : []),
  },
  (walk) => {
    let olivia: Keys;
    const rows = async () => (await olivia.page.getByRole("row").allTextContents()).slice(1);
    const price = () => olivia.page.getByLabel("Price", { exact: true }).inputValue();

    test("L20, L29 she creates a plan, in another currency and with the suggested price", async () => {
      olivia = await walk.signedIn("olivia@acme.test");
      await olivia.open(PLANS);
      await olivia.press("Create Credit Plan");
      await olivia.write("Name", "Quiet Pack");
      await olivia.write("Credits", "2000");
      await olivia.choose("Currency", "EUR – Euro");
      await olivia.write("Cost per 1,000 credits", "10");
      await olivia.press("Check price");
      await olivia.finds("button", /^Use €/);
      await olivia.press(/^Use €/);
      await olivia.misses("button", /^Use €/);
      expect(await price()).toMatch(/9(\.\d\d)?$/);
      const suggested = await price();
      await olivia.press("Create");
      await olivia.isTold("Plan created");
      await olivia.finds("row", `Quiet Pack Active 2,000 €${suggested}`);
    });

    test("L44, L46 she edits it: the price is checked once more, and saved as she leaves it", async () => {
      await olivia.press("Edit Quiet Pack");
      await olivia.finds("heading", "Edit Credit Plan");
      await olivia.write("Price", "77");
      await olivia.press("Check price");
      await olivia.finds("button", /^Use €/);
      await olivia.press(/^Use €/);
      await olivia.misses("button", /^Use €/);
      expect(await price()).not.toBe("77");
      await olivia.write("Price", "78");
      await olivia.write("Description", "Made without a mouse.");
      await olivia.press("Save changes");
      await olivia.isTold("Quiet Pack saved");
      await olivia.finds("row", "Quiet Pack Active 2,000 €78.00");
    });

    test("L48, L57 the switches keep her search, and Undo takes them back", async () => {
      await olivia.write("Part of a plan's name", "quiet");
      await olivia.press("Search");
      await olivia.misses("row", "Pro Bundle");
      await olivia.press("Active: Quiet Pack");
      await olivia.isTold("Quiet Pack is off");
      await olivia.press("Undo");
      await olivia.isTold("Quiet Pack is on");

      await olivia.press("Popular: Quiet Pack");
      await olivia.isTold("Popular moved from Pro Bundle to Quiet Pack");
      await olivia.press("Undo");
      await olivia.isTold("Popular moved from Quiet Pack to Pro Bundle");
      expect(await rows()).toEqual([expect.stringContaining("Quiet Pack")]);
    });

    test("L57 she takes Popular from the plan that has it, and gives it back", async () => {
      await olivia.press("Reset");
      await olivia.press("Popular: Pro Bundle");
      await olivia.isTold("Pro Bundle is no longer popular");
      await olivia.press("Undo");
      await olivia.isTold("Pro Bundle is popular");
      await olivia.press("Undo");
      await olivia.isTold("Pro Bundle is no longer popular");
    });

    test("L126 she moves a plan in an order of her own", async () => {
      await olivia.choose("Order in the portal", "My own order");
      await olivia.press("Save order");
      await olivia.isTold("Order saved");
      const [first = ""] = await rows();
      const name = /^(Quiet Pack|Enterprise Package)/.exec(first)?.[0] ?? first;
      await olivia.press(`Move down: ${name}`);
      await olivia.isTold(`${name} is number 2 of 4 now`);
      await expect.poll(async () => (await rows())[1]).toContain(name);
    });

    test("L60, X9 she copies a plan, and is asked before she deletes one: she turns back, keeps it off, deletes it", async () => {
      await olivia.press("Duplicate Quiet Pack");
      await olivia.isTold("This is the copy");
      await olivia.open(PLANS);
      await olivia.press("Delete Quiet Pack");
      await olivia.reads("0 existing purchases remain in customer history.");
      await olivia.press("Cancel");
      await olivia.press("Delete Quiet Pack");
      await olivia.press("Deactivate instead");
      await olivia.isTold("Quiet Pack is off");
      await olivia.press("Delete Quiet Pack");
      await olivia.press("Delete");
      await olivia.isTold("Plan deleted");
      expect((await rows()).filter((row) => row.startsWith("Quiet Pack"))).toEqual([]);
    });

    test("X9 she cleans up what nobody bought, once she has said that she is sure, and starts with three plans", async () => {
      await olivia.press("Clean up test plans");
      for (const plan of ["Copy of Quiet Pack", "Starter Pack", "Pro Bundle", "Enterprise Package"])
        await olivia.tick(new RegExp(`^${plan}`));
      await olivia.press("Delete the chosen plans");
      await olivia.isTold("Say below the list that you are sure.");
      await olivia.tick(/^Deletion is permanent/);
      await olivia.press("Delete the chosen plans");
      await olivia.isTold("Plans deleted");
      await olivia.reads("No credit plans yet – Create your first plan");
      await olivia.press("Start with three plans");
      await olivia.isTold("Three plans to begin with");
      expect(await rows()).toHaveLength(3);
    });

    if (!walk.hasScripts) return;
    test("keys of their own open what is used most, and say which they are", async () => {
      await olivia.hits("?");
      await olivia.finds("dialog", "Keyboard shortcuts");
      await olivia.hits("Escape");
      await olivia.hits("/");
      await olivia.page.keyboard.type("nothing");
      await olivia.hits("Enter");
      await olivia.reads("No plan with this in its name");
      await olivia.hits("c");
      await olivia.finds("heading", "Create Credit Plan");
    });
  },
);
