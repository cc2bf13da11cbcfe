import type { BrowserContext, Page, Request, Response } from "playwright-core";
import { type AppRoute, routePatterns } from "../../http/app-routes";
import { routesWithAction } from "../../http/routes-with-action";

/** A form that need not be sent in a walk, with the reason. */
export interface Exception {
  /** As the failing test calls it: "routes/dashboard/plans/new-credit-plan intent=advise". */
  form: string;
  why: string;
}

/** By their names, what a button sends beside what is typed. A field of the form's other buttons is null. */
type Words = Record<string, string | null>;

interface SeenForm {
  route: string;
  words: Words;
  /** The page on which it stands. */
  page: string;
}

interface SentForm {
  route: string;
  fields: Map<string, string>;
  status: number;
}

/** Every form that stood on a page of a walk, and every one that was sent from there. */
export class FormLog {
  readonly #seen = new Map<string, SeenForm>();
  readonly #sent: SentForm[] = [];

  /** Notes what every page of this browser sends. */
  listenTo(browser: BrowserContext): void {
    browser.on("response", (response) => this.#noteSent(response));
  }

  /** Notes each way to send each form that can be seen on a page. */
  async lookAt(page: Page): Promise<void> {
    for (const { action, hidden, own, others } of await waysToSend(page)) {
      const route = routeOf(action);
      const words: Words = {};
      for (const [name, value] of [...hidden, ...own]) words[name] = wordOf(value);
      for (const name of others) words[name] ??= null;
      const form = { route, words, page: new URL(page.url()).pathname };
      if (route && !this.#seen.has(nameOf(form))) this.#seen.set(nameOf(form), form);
    }
  }

  /** Which actions of these routes were not done, and which of their forms not sent, one line for each. */
  leftOut(routes: RegExp, exceptions: readonly Exception[]): string[] {
    const undone = routesWithAction.filter((id) => routes.test(id) && !this.#done(id, {}));
    const unsent = [...this.#seen].filter(([, { route, words }]) => !this.#done(route, words));
    const found = new Map([
      ...unsent
        .filter(([, { route }]) => routes.test(route))
        .map(([name, { page }]) => [name, `${name} stood on ${page} and was not sent`] as const),
      ...undone.map((id) => [id, `${id} was not done: ${this.#answersOf(id)}`] as const),
    ]);
    const needless = exceptions.filter(({ form }) => !found.delete(form));
    return [...found.values(), ...needless.map(({ form }) => `${form} needs no exception`)];
  }

  #noteSent(response: Response): void {
    const request = response.request();
    const route = request.method() === "POST" && routeOf(request.url());
    if (route) this.#sent.push({ route, fields: fieldsOf(request), status: response.status() });
  }

  #done = (id: string, words: Words) =>
    this.#sent.some(
      ({ route, fields, status }) =>
        route === id &&
        status < 400 &&
        Object.entries(words).every(([name, word]) => {
          const value = fields.get(name);
          return word === null ? value === undefined : value !== undefined && wordOf(value) === word;
        }),
    );

  #answersOf(id: string): string {
    const statuses = this.#sent.filter(({ route }) => route === id).map(({ status }) => status);
    return statuses.length === 0 ? "it was never sent" : `it was answered with ${statuses.join(", ")}`;
  }
}

/** Of a value only whether it is a word of ours; ids and numbers are one like the other. */
const wordOf = (value: string): string => (/^[a-z][a-z_-]*$/.test(value) ? value : "…");

const nameOf = ({ route, words }: SeenForm): string =>
  [route, ...Object.entries(words).flatMap(([name, word]) => (word === null ? [] : `${name}=${word}`))].join(
    " ",
  );

/** Every visible button of every visible form that is posted: what it sends, and what its neighbours would. */
const waysToSend = (page: Page) =>
  page.evaluate(() => {
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    return [...document.querySelectorAll<HTMLFormElement>("form[method=post]")].flatMap((form) => {
      const hidden = [...form.querySelectorAll<HTMLInputElement>("input[type=hidden]")].map(
        ({ name, value }) => [name, value] as const,
      );
      const buttons = [...form.elements].filter(
        (one): one is HTMLButtonElement =>
          one instanceof HTMLButtonElement &&
          one.type === "submit" &&
          isShown(one) &&
          !one.matches(":disabled, [aria-disabled=true]"),
      );
      return buttons.map((button) => ({
        action: new URL(
          button.getAttribute("formaction") ?? form.getAttribute("action") ?? location.href,
          location.href,
        ).href,
        hidden,
        own: button.name ? [[button.name, button.value] as const] : [],
        others: buttons.map(({ name }) => name).filter((name) => name !== "" && name !== button.name),
      }));
    });
  });

/** The route at an address, by its id; a page that scripts send a form to is asked for as data. */
function routeOf(url: string): string {
  const path = new URL(url).pathname.replace(/\.data$/, "");
  return PATTERNS.find(({ pattern }) => pattern.test(path))?.id ?? "";
}

const parametersOf = ({ path }: AppRoute) => path.match(/:/g)?.length ?? 0;

/** What is written out comes before what a parameter could stand for. */
const PATTERNS = routePatterns()
  .filter(({ path }) => !path.includes("*"))
  .sort((one, other) => parametersOf(one) - parametersOf(other))
  .map((route) => ({ id: route.id, pattern: new RegExp(`^${route.path.replace(/:\w+/g, "[^/]+")}$`) }));

function fieldsOf(request: Request): Map<string, string> {
  const body = request.postDataBuffer()?.toString("utf8") ?? "";
  if (!request.headers()["content-type"]?.startsWith("multipart/")) return new Map(new URLSearchParams(body));
  const parts = body.matchAll(/name="([^"]*)"\r\n\r\n([^\r]*)\r\n/g);
  return new Map([...parts].map(([, name = "", value = ""]) => [name, value]));
}
