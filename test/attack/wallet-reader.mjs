/**
 * A Worker that reads the files of wallets. It has the name and the class of the app, so that the same customer is
 * the same file, and nothing of the app's code: what it finds is what is on the disk.
 */
export class Wallet {
  #sql;

  /** @param {DurableObjectState} state */
  constructor({ storage }) {
    this.#sql = storage.sql;
  }

  fetch() {
    const tables = this.#rows("SELECT name FROM sqlite_master WHERE name = 'entries'");
    if (tables.length === 0) return Response.json({ entries: [], purchases: [], outbox: 0 });
    return Response.json({
      entries: this.#rows("SELECT * FROM entries ORDER BY seq"),
      purchases: this.#rows("SELECT * FROM purchases ORDER BY purchase_id"),
      outbox: this.#rows("SELECT * FROM outbox").length,
    });
  }

  /** The alarms of a copy ring as well, and must change nothing. */
  alarm() {}

  /** @param {string} query */
  #rows(query) {
    return this.#sql.exec(query).toArray();
  }
}

export default {
  /**
   * @param {Request} request
   * @param {{ WALLET: DurableObjectNamespace }} bindings
   */
  fetch(request, { WALLET }) {
    const customerId = new URL(request.url).searchParams.get("customer") ?? "";
    return WALLET.get(WALLET.idFromName(customerId)).fetch(request);
  },
};
