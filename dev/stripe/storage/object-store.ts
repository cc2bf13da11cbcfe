import type { Hidden, Kind, Stored, StripeObjects } from "./object-types";

export interface Condition {
  sql: string;
  values: (string | number)[];
}

export interface Page {
  conditions: Condition[];
  limit: number;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
}

type Row = { account: string; body: string; hidden: string };

/** Owns every Stripe object, each in the account that it belongs to. */
export class ObjectStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  insert<K extends Kind>(
    account: string,
    kind: K,
    body: StripeObjects[K],
    hidden: Hidden<K>,
    now_s: number,
  ): void {
    this.#sql.exec(
      "INSERT INTO objects (id, account, kind, created_s, body, hidden) VALUES (?, ?, ?, ?, ?, ?)",
      body.id,
      account,
      kind,
      now_s,
      JSON.stringify(body),
      JSON.stringify(hidden),
    );
  }

  save<K extends Kind>(body: StripeObjects[K]): void {
    this.#sql.exec("UPDATE objects SET body = ? WHERE id = ?", JSON.stringify(body), body.id);
  }

  hide<K extends Kind>(id: string, hidden: Hidden<K>): void {
    this.#sql.exec("UPDATE objects SET hidden = ? WHERE id = ?", JSON.stringify(hidden), id);
  }

  remove(id: string): void {
    this.#sql.exec("DELETE FROM objects WHERE id = ?", id);
  }

  find<K extends Kind>(account: string, kind: K, id: string): Stored<K> | null {
    const found = this.findInAnyAccount(kind, id);
    return found?.account === account ? found : null;
  }

  /** For the hosted pages and the control API, which are given an id and no account. */
  findInAnyAccount<K extends Kind>(kind: K, id: string): Stored<K> | null {
    const [row] = this.#sql.exec<Row>(
      "SELECT account, body, hidden FROM objects WHERE id = ? AND kind = ?",
      id,
      kind,
    );
    return row ? read<K>(row) : null;
  }

  /** Whatever has this id in the account: an expanded field does not say of which kind it is. */
  findOfAnyKind(account: string, id: string): object | null {
    const [row] = this.#sql.exec<Row>(
      "SELECT account, body, hidden FROM objects WHERE id = ? AND account = ?",
      id,
      account,
    );
    return row ? (JSON.parse(row.body) as object) : null;
  }

  /** Newest first. */
  all<K extends Kind>(account: string, kind: K, conditions: Condition[] = [], limit = 1000): Stored<K>[] {
    const where = ["account = ?", "kind = ?", ...conditions.map(({ sql }) => sql)].join(" AND ");
    const rows = this.#sql.exec<Row>(
      `SELECT account, body, hidden FROM objects WHERE ${where} ORDER BY sequence DESC LIMIT ?`,
      account,
      kind,
      ...conditions.flatMap(({ values }) => values),
      limit,
    );
    return [...rows].map((row) => read<K>(row));
  }

  /** One page, newest first as Stripe lists, and whether there are more in the direction of travel. */
  page<K extends Kind>(account: string, kind: K, page: Page): { data: Stored<K>[]; has_more: boolean } {
    const backwards = page.ending_before !== undefined;
    const cursor = page.ending_before ?? page.starting_after;
    const conditions = [...page.conditions];
    if (cursor !== undefined) {
      const sql = `sequence ${backwards ? ">" : "<"} (SELECT sequence FROM objects WHERE id = ?)`;
      conditions.push({ sql, values: [cursor] });
    }
    const where = ["account = ?", "kind = ?", ...conditions.map(({ sql }) => sql)].join(" AND ");
    const rows = this.#sql.exec<Row>(
      `SELECT account, body, hidden FROM objects WHERE ${where} ORDER BY sequence ${backwards ? "ASC" : "DESC"} LIMIT ?`,
      account,
      kind,
      ...conditions.flatMap(({ values }) => values),
      page.limit + 1,
    );
    const found = [...rows].map((row) => read<K>(row));
    const data = found.slice(0, page.limit);
    return { data: backwards ? data.reverse() : data, has_more: found.length > page.limit };
  }

  /** When the object will next change by itself, or never. */
  setDue(id: string, due_s: number | null): void {
    this.#sql.exec("UPDATE objects SET due_s = ? WHERE id = ?", due_s, id);
  }

  due(now_s: number): { id: string; kind: Kind }[] {
    const rows = this.#sql.exec<{ id: string; kind: Kind }>(
      "SELECT id, kind FROM objects WHERE due_s <= ? ORDER BY due_s, sequence",
      now_s,
    );
    return [...rows];
  }

  nextDue_s(): number | null {
    return this.#sql.exec<{ due_s: number | null }>("SELECT min(due_s) AS due_s FROM objects").one().due_s;
  }
}

function read<K extends Kind>(row: Row): Stored<K> {
  return { account: row.account, body: JSON.parse(row.body), hidden: JSON.parse(row.hidden) };
}

/** Holds where a field of the object has this value. `field` is written by us, never by a request. */
export function fieldIs(field: string, value: string): Condition {
  return { sql: `json_extract(body, '$.${field}') = ?`, values: [value] };
}
