import { createContext, useContext } from "react";

const NonceContext = createContext("");

export const NonceProvider = NonceContext.Provider;

/** The nonce of this page's scripts and styles. In the browser it is empty: it has done its work by then. */
export const useNonce = (): string => useContext(NonceContext);
