import type { Page, Request } from "playwright-core";
import { untilReady } from "./ready";

/**
 * The answers that are still owed to a page. Whoever sends a form and goes on without having looked at the answer does
 * what no person does, and goes on before or after it came, as chance has it: here that fails each time.
 */
export class Answers {
  readonly #owed = new Set<Promise<unknown>>();
  #unread: string | null = null;

  private constructor(readonly page: Page) {
    page.on("request", (request) => this.#noteSent(request));
  }

  static readonly #ofPages = new WeakMap<Page, Answers>();

  /** The same for everybody who looks at the page. */
  static to(page: Page): Answers {
    const known = Answers.#ofPages.get(page) ?? new Answers(page);
    Answers.#ofPages.set(page, known);
    return known;
  }

  /** Says that the key which is pressed next sends what has the focus, if it does. */
  async expectIfSent(): Promise<void> {
    const sent = await whatEnterSends(this.page);
    if (!sent) return;
    this.#unread = sent.name;
    // Scripts may answer by themselves. Without them a new page comes.
    if (!sent.hasScripts) this.#owe(this.page.waitForEvent("framenavigated"));
  }

  /** Somebody has seen what they waited for. Where that stood there before, the answer has yet to come. */
  async areRead(): Promise<void> {
    await untilReady(this.page);
    await Promise.all(this.#owed);
    await untilReady(this.page);
    this.#unread = null;
  }

  /** Throws where somebody is about to go on without having looked. */
  requireRead(next: string): void {
    if (this.#unread === null) return;
    throw new Error(
      `“${this.#unread}” sent a form and nobody has looked at the answer before ${next}: wait for what the page says then, with isTold, finds, reads, misses or stands`,
    );
  }

  #noteSent(request: Request): void {
    if (request.method() !== "POST") return;
    this.#owe(request.isNavigationRequest() ? this.page.waitForEvent("framenavigated") : request.response());
  }

  #owe(answer: Promise<unknown>): void {
    // What became of it is for the page to say, and for the story to look at.
    const come = answer.catch(() => {}).finally(() => this.#owed.delete(come));
    this.#owed.add(come);
  }
}

/** What the Enter key would post from where the focus is, called as the page calls it. */
const whatEnterSends = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    const isButton = focused instanceof HTMLButtonElement && focused.type === "submit";
    if (!isButton && !(focused instanceof HTMLInputElement)) return null;
    const { method, target } = focused.form ?? {};
    // What is answered in another tab changes nothing in this one.
    if (method !== "post" || target === "_blank") return null;
    const name = focused.ariaLabel ?? (isButton ? focused.innerText : focused.name);
    return { name: name.trim(), hasScripts: "__remixContext" in window };
  });
