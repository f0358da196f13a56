import { en } from "./kindsEn";
import { zh } from "./kindsZh";

/** What each alarm of the server's rationalisation table means, why it comes and what to do about it. */
export const texts = { zh, en };
