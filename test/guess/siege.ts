import { Random } from "../attack/random";
import { type Challenge, type Door, letsIn } from "./door";

const CONNECTIONS = 32;
/** Every challenge of an address takes five wrong codes, and the address twenty an hour. */
const LOOKED_AT = 20;
/** Of the guesses at a locked address so many are right, and so many come without the browser's cookie. */
const RIGHT = 0.02;
const WITHOUT_COOKIE = 0.02;

type Query = (sql: string, ...bound: string[]) => Promise<Record<string, unknown>[]>;

/** Guesses at one address, in all of the challenges that it is given, as fast as the site answers. */
export class Siege {
  readonly answers = new Map<number, number>();
  readonly violations: string[] = [];
  lookedAt = 0;
  #isLocked = false;

  constructor(
    readonly door: Door,
    readonly query: Query,
  ) {}

  async run(count: number, seed: number): Promise<void> {
    const challenges = await this.#asksForAll();
    const [before] = await this.#sessions();
    let next = 0;
    const one = async () => {
      for (let index = next++; index < count; index = next++) {
        await this.#guess(challenges, new Random(seed + Math.imul(index + 1, 0x9e3779b1)));
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, one));

    const [after] = await this.#sessions();
    if (before?.n !== after?.n) this.violations.push(`a session was begun for ${this.door.email}`);
    await this.#counts();
    await this.#lastsAnHour(challenges);
  }

  /** Until the site has enough of it: whoever guesses wants as many challenges as there are. */
  async #asksForAll(): Promise<Challenge[]> {
    const challenges: Challenge[] = [];
    for (let one = await this.door.asks(); one; one = await this.door.asks()) challenges.push(one);
    if (challenges.length === 0) throw new Error(`${this.door.host} has sent no code to ${this.door.email}`);
    return challenges;
  }

  async #guess(challenges: Challenge[], random: Random): Promise<void> {
    const { code, cookie } = random.pick(challenges);
    // A right code among the first twenty would be no guess, and only show that the door opens.
    const isRight = this.#isLocked && random.chance(RIGHT);
    const guessed = isRight ? code : wrongCode(code, random);
    const isStranger = random.chance(WITHOUT_COOKIE);
    const answer = await this.door.types(guessed, isStranger ? "" : cookie);
    this.answers.set(answer.status, (this.answers.get(answer.status) ?? 0) + 1);
    this.#isLocked ||= answer.status === 429;
    if (letsIn(answer)) this.violations.push(`${isRight ? "the right" : "a wrong"} code let somebody in`);
    // Who has asked for no code is sent to where one asks for it.
    if (!(isStranger ? [302] : [422, 429]).includes(answer.status))
      this.violations.push(`a guess was answered ${answer.status}`);
  }

  async #counts(): Promise<void> {
    const [row] = await this.query(
      "SELECT sum(attempts) AS spent, max(attempts) AS most FROM sign_in_challenges WHERE email = ? AND used_at IS NULL",
      this.door.email,
    );
    this.lookedAt = Number(row?.spent);
    if (!this.#isLocked) this.violations.push(`${this.door.email} was not locked`);
    if (this.lookedAt > LOOKED_AT || Number(row?.most) > 5)
      this.violations.push(`${this.lookedAt} guesses were looked at, ${row?.most} of them at one challenge`);
  }

  /** The owner is not locked out: the link signs in at once, and a code again after an hour. */
  async #lastsAnHour(challenges: Challenge[]): Promise<void> {
    const [newest] = challenges.slice(-1);
    if (!newest) return;
    if (letsIn(await this.door.types(newest.code, newest.cookie)))
      this.violations.push("the right code let somebody in while codes are locked");
    if (!letsIn(await this.door.follows(newest))) this.violations.push("the link let its owner not in");

    await this.query(
      "UPDATE sign_in_challenges SET created_at = created_at - 3600000 WHERE email = ?",
      this.door.email,
    );
    const later = await this.door.asks();
    if (!later || !letsIn(await this.door.types(later.code, later.cookie)))
      this.violations.push("an hour later the right code let its owner not in");
  }

  #sessions = () =>
    this.query(
      `SELECT count(*) AS n FROM sessions WHERE subject_id IN
         (SELECT id FROM customers WHERE email = ?1 UNION ALL SELECT id FROM partner_members WHERE email = ?1)`,
      this.door.email,
    );
}

function wrongCode(right: string, random: Random): string {
  const code = String(random.between(0, 999_999)).padStart(6, "0");
  return code === right ? wrongCode(right, random) : code;
}
