import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, send } from "../attack/send";

export interface Ports {
  PORT: number;
  INBOX_PORT: number;
}

/** A sign-in that was asked for, with what the mail to its owner holds. */
export interface Challenge {
  cookie: string;
  code: string;
  link: string;
}

/** The sign-in page of one site, and the address that somebody types there. */
export class Door {
  constructor(
    readonly ports: Ports,
    readonly host: string,
    readonly email: string,
  ) {}

  /** Asks for a code in a new browser. Null when there have been too many. */
  async asks(): Promise<Challenge | null> {
    const before = (await this.#mails()).length;
    const answer = await this.#post("/sign-in", { email: this.email, next: "/" });
    if (answer.status === 429) return null;
    if (answer.status !== 303) throw new Error(`Asking for a code answered ${answer.status}`);
    for (let tries = 0; tries < 200; tries += 1, await sleep(50)) {
      const [mail, ...older] = await this.#mails();
      if (!mail || older.length < before) continue;
      const link = mail.links.find((found) => found.includes("/sign-in/link/")) ?? "";
      return { cookie: cookiesOf(answer).join("; "), code: mail.code, link: new URL(link).pathname };
    }
    throw new Error(`No code came to ${this.email}`);
  }

  types(code: string, cookie: string): Promise<Answer> {
    return this.#post("/sign-in/code", { code, next: "/" }, cookie);
  }

  follows({ link, cookie }: Challenge): Promise<Answer> {
    return this.#post(link, {}, cookie);
  }

  async #mails(): Promise<{ code: string; links: string[] }[]> {
    const path = `/api/messages?${new URLSearchParams({ to: this.email, subject: "sign-in" })}`;
    return JSON.parse((await send(this.ports.INBOX_PORT, { method: "GET", path })).text);
  }

  #post(path: string, form: Record<string, string>, cookie = ""): Promise<Answer> {
    return send(this.ports.PORT, {
      path,
      body: new URLSearchParams(form).toString(),
      headers: {
        host: this.host,
        origin: `http://${this.host}`,
        "content-type": "application/x-www-form-urlencoded",
        cookie,
      },
    });
  }
}

const cookiesOf = ({ headers }: Answer): string[] =>
  (headers["set-cookie"] ?? []).map((cookie) => cookie.split(";", 1)[0] ?? "");

/** Whether somebody is signed in by this answer. */
export const letsIn = (answer: Answer): boolean =>
  cookiesOf(answer).some((cookie) => /session=./.test(cookie));
