import type { ElementHandle, Locator, Page } from "playwright-core";
import { Answers } from "./answers";
import { isFocusShown, whereIs } from "./focus";
import type { FormLog } from "./form-log";
import { untilReady } from "./ready";

type Name = string | RegExp;
type Role = Parameters<Page["getByRole"]>[0];

/** More often nobody presses Tab. */
const MANY = 250;

/**
 * Somebody who has a keyboard and nothing else. They come to a page by its address; from there on they know only what
 * the page calls things, come to them with the Tab key, and see where they are, or fail.
 */
export class Keys {
  readonly #root: Page | Locator;
  readonly #answers: Answers;

  constructor(
    readonly page: Page,
    private readonly origin: string,
    private readonly forms: FormLog,
    root: Page | Locator = page,
  ) {
    this.#root = root;
    this.#answers = Answers.to(page);
  }

  async open(path: string): Promise<void> {
    this.#answers.requireRead(`${path} was opened`);
    await this.page.goto(this.origin + path);
    await this.#look();
  }

  /** The same person, who minds only what is inside of something: a row, a dialog, a section. */
  within(role: Role, name: Name): Keys {
    const part = this.#root.getByRole(role, { name }).filter({ visible: true }).first();
    return new Keys(this.page, this.origin, this.forms, part);
  }

  /** Presses a key where the focus is, such as a shortcut. */
  async hits(key: string): Promise<void> {
    this.#answers.requireRead(`${key} was pressed`);
    await untilReady(this.page);
    if (key === "Enter") await this.#answers.expectIfSent();
    await this.page.keyboard.press(key);
  }

  /** Presses a button, a link or a switch. */
  async press(name: Name): Promise<void> {
    const wanted = this.#named(["button", "link", "switch"], name).or(
      this.#root.locator("summary").filter({ hasText: name }),
    );
    const button = await this.#tabTo(wanted, `the button or link ${said(name)}`);
    const isSwitch = await button.evaluate((element) => element.role === "switch");
    await this.#look();
    await this.#answers.expectIfSent();
    await this.page.keyboard.press(isSwitch ? "Space" : "Enter");
  }

  /** Presses what opens another tab of the browser, and goes on there. */
  async pressAndFollow(name: Name): Promise<Keys> {
    const opened = this.page.context().waitForEvent("page");
    await this.press(name);
    return new Keys(await opened, this.origin, this.forms);
  }

  /** Puts a text into a field, in the place of what is there. */
  async write(label: Name, text: string): Promise<void> {
    const field = this.#field(label, "input, textarea");
    await this.#tabTo(field, `the field ${said(label)}`);
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.press("Delete");
    await this.page.keyboard.type(text);
    const written = await field.first().inputValue();
    if (written !== text) throw new Error(`${said(label)} holds ${said(written)} after typing ${said(text)}`);
  }

  /** Chooses in a list with the arrows. */
  async choose(label: Name, option: string): Promise<void> {
    const field = this.#field(label, "select");
    const list = await this.#tabTo(field, `the list ${said(label)}`);
    const { options, chosen } = await optionsOf(list);
    const wanted = options.indexOf(option);
    if (wanted < 0)
      throw new Error(`${said(label)} does not offer ${said(option)}, but ${options.join(", ")}`);
    const steps = wanted - chosen;
    for (let pressed = 0; pressed < Math.abs(steps); pressed += 1)
      await this.page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
    if ((await optionsOf(list)).chosen !== wanted)
      throw new Error(`The arrows do not come to ${said(option)} in ${said(label)}`);
  }

  /** Chooses one of a group of radio buttons: Tab comes to the group, the arrows to the button. */
  async pick(option: Name): Promise<void> {
    const radio = this.#named(["radio"], option);
    const wanted = await this.#tabTo(radio, `the choice ${said(option)}`, { orItsGroup: true });
    for (let presses = 0; presses < MANY; presses += 1) {
      const where = await whereIs(wanted, { orItsGroup: false });
      if (where === "here" && (await radio.first().isChecked())) return;
      await this.page.keyboard.press(where === "here" ? "Space" : "ArrowDown");
    }
    throw new Error(`The arrows do not come to the choice ${said(option)} on ${this.#place()}`);
  }

  /** Ticks a box or moves a switch of a form, if it is not so already. */
  async tick(label: Name, on = true): Promise<void> {
    const box = this.#named(["checkbox", "switch"], label);
    await this.#tabTo(box, `the box ${said(label)}`);
    if ((await box.first().isChecked()) !== on) await this.page.keyboard.press("Space");
    if ((await box.first().isChecked()) !== on) throw new Error(`Space does not change ${said(label)}`);
  }

  untick = (label: Name) => this.tick(label, false);

  /** Opens the file chooser of a field. Choosing in it is up to the system, which has a keyboard too. */
  async giveFile(label: Name, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.#tabTo(this.#field(label, "input[type=file]"), `the field ${said(label)}`);
    const chooser = this.page.waitForEvent("filechooser");
    // The wish to be shown the chooser has reached the page once the page has answered something that was asked after it.
    await untilReady(this.page);
    await this.page.keyboard.press("Enter");
    await (await chooser).setFiles(file);
  }

  /** Waits until these words can be read, each of them somewhere. */
  async reads(...texts: Name[]): Promise<void> {
    for (const text of texts) await this.#appears(this.#root.getByText(text), said(text));
    await this.#lookAtAnswer();
  }

  /** Waits until a message says so: what a screen reader would say by itself. */
  async isTold(text: Name): Promise<void> {
    const messages = this.#root.getByRole("status").or(this.#root.getByRole("alert"));
    await this.#appears(messages.filter({ hasText: text }), `the message ${said(text)}`);
    await this.#lookAtAnswer();
  }

  /** Waits until there is something of this name: a heading, a row, a button. */
  async finds(role: Role, name: Name): Promise<void> {
    const wanted = this.#root.getByRole(role, { name, exact: typeof name === "string" && role !== "row" });
    await this.#appears(wanted, `${role} ${said(name)}`);
    await this.#lookAtAnswer();
  }

  /** Waits until what was there is gone. */
  async misses(role: Role, name: Name): Promise<void> {
    await this.#root.getByRole(role, { name }).first().waitFor({ state: "hidden" });
    await this.#lookAtAnswer();
  }

  /** Waits until a switch stands this way. */
  async stands(name: Name, { on }: { on: boolean }): Promise<void> {
    const wanted = this.#root.getByRole("switch", { name, exact: true, checked: on });
    await this.#appears(wanted, `the switch ${said(name)} ${on ? "on" : "off"}`);
    await this.#lookAtAnswer();
  }

  #named(roles: Role[], name: Name): Locator {
    const [first, ...others] = roles.map((role) => this.#root.getByRole(role, { name, exact: true }));
    return others.reduce((found, other) => found.or(other), first as Locator);
  }

  #field(label: Name, kind: string): Locator {
    return this.#root.getByLabel(label, { exact: true }).and(this.page.locator(kind));
  }

  /** Presses Tab, or Shift and Tab where that is the way, until the focus is there and can be seen. */
  async #tabTo(
    wanted: Locator,
    what: string,
    { orItsGroup } = { orItsGroup: false },
  ): Promise<ElementHandle<Element>> {
    this.#answers.requireRead(`${what} was used`);
    await untilReady(this.page);
    const visible = wanted.filter({ visible: true }).first();
    let found = await this.#appears(visible, what);
    for (let presses = 0; presses < MANY; presses += 1) {
      const where = await whereIs(found, { orItsGroup });
      if (where === "here") {
        if (await isFocusShown(this.page)) return found;
        throw new Error(`Nothing shows that the focus is on ${what} on ${this.#place()}`);
      }
      if (where === "gone") found = await this.#appears(visible, what);
      else await this.page.keyboard.press(where === "behind" ? "Shift+Tab" : "Tab");
    }
    throw new Error(`Tab does not come to ${what} on ${this.#place()}`);
  }

  async #appears(wanted: Locator, what: string): Promise<ElementHandle<Element>> {
    const visible = wanted.filter({ visible: true }).first();
    await visible.waitFor().catch(async () => {
      const text = await this.page.locator("body").innerText();
      throw new Error(`Nobody finds ${what} on ${this.#place()}, which reads:\n${text.slice(0, 2_000)}`);
    });
    return (await visible.elementHandle()) as ElementHandle<Element>;
  }

  async #lookAtAnswer(): Promise<void> {
    await this.#answers.areRead();
    await this.forms.lookAt(this.page);
  }

  async #look(): Promise<void> {
    await untilReady(this.page);
    await this.forms.lookAt(this.page);
  }

  #place = () => new URL(this.page.url()).pathname;
}

const said = (name: Name): string => (typeof name === "string" ? `“${name}”` : String(name));

const optionsOf = (list: ElementHandle<Element>) =>
  list.evaluate((element) => {
    const { options, selectedIndex } = element as unknown as HTMLSelectElement;
    return { options: [...options].map(({ text }) => text.trim()), chosen: selectedIndex };
  });
