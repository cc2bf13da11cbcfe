/** The Worker in which tests run: it holds the wallets, so that a test can look into one. */
export { Wallet } from "../../app/wallet/wallet.server";

export default { fetch: () => new Response("Tests speak to env.APP", { status: 404 }) };
