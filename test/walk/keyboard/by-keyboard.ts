import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newMail, openTown, type Town } from "../town";
import { type Exception, FormLog } from "./form-log";
import { Keys } from "./keys";
import { PATIENCE_MS } from "./ready";

/** One telling of a story, in a town of its own. */
export class Walk {
  readonly forms = new FormLog();
  town!: Town;

  constructor(readonly hasScripts: boolean) {}

  /** Somebody at a keyboard, in front of the dashboard or of another site, whom nobody knows yet. */
  async person(site = this.town.dashboard): Promise<Keys> {
    const page = await this.town.person({ javaScriptEnabled: this.hasScripts });
    page.context().setDefaultTimeout(PATIENCE_MS);
    this.forms.listenTo(page.context());
    return new Keys(page, site, this.forms);
  }

  /** The same once they have signed in, by keyboard too. */
  async signedIn(email: string, site = this.town.dashboard): Promise<Keys> {
    const keys = await this.person(site);
    await signIn(this.town, keys, email);
    return keys;
  }
}

/** Asks for a code and types it. */
export async function signIn(town: Town, keys: Keys, email: string): Promise<void> {
  await keys.open("/sign-in");
  const before = (await town.mails(email, "sign-in code")).length;
  await keys.write("E-mail", email);
  await keys.press("Send code");
  await keys.finds("textbox", "Code");
  const { code } = await newMail(town, email, "sign-in code", before);
  await keys.write("Code", code ?? "");
  await keys.press("Sign in");
  await keys.finds("button", "Sign out");
}

interface Told {
  /** The routes that the story is about: each of their actions must be done in it, and each of their forms sent. */
  routes: RegExp;
  /** What cannot or need not be sent, with scripts or without. */
  exceptions?: (walk: Walk) => Exception[];
}

/**
 * Tells a story twice, with the keyboard alone: with scripts and without. After each step that sends something the
 * story waits for what a person would see of it: the message, the changed row. At the end nothing may be left out.
 */
export function byKeyboard({ routes, exceptions }: Told, tell: (walk: Walk) => void): void {
  for (const hasScripts of [true, false]) {
    describe(`with the keyboard alone, ${hasScripts ? "with" : "without"} scripts`, () => {
      const walk = new Walk(hasScripts);
      beforeAll(async () => {
        walk.town = await openTown();
      });
      afterAll(() => walk.town.close());

      tell(walk);

      test("no action of these pages is left out, and no form that stood on them", () => {
        expect(walk.forms.leftOut(routes, exceptions?.(walk) ?? [])).toEqual([]);
      });
    });
  }
}
