import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What is wrong with how a page looks: findings of axe that shut people out (WCAG 2.2 A and AA, serious or critical),
 * anything that has to be scrolled sideways, and text that is cut off.
 */
export async function whatLooksWrong(page) {
  await page.evaluate(`(window.axe ?? (() => { ${axe} })(), 0)`);
  const [shutOut, cut] = await page.evaluate(async () => {
    // Of rows that are all alike the first few are looked at.
    const alike = ["tbody > tr:nth-child(n+6)", "li:nth-child(n+20)"];
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const result = await window.axe.run({ exclude: alike.map((one) => [one]) }, { runOnly: tags, resultTypes: ["violations"] });
    const axeSays = result.violations
      .filter((one) => one.impact === "serious" || one.impact === "critical")
      .map((one) => `${one.id} (${one.help}): ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" ; ")}`);

    const cutSays = [];
    const named = (element) =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> "${element.textContent.trim().slice(0, 60)}"`;
    const hasOwnText = (element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== "");
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth + 1) cutSays.push(`the page is ${root.scrollWidth} px wide`);
    for (const element of document.body.querySelectorAll("*")) {
      if (element.clientWidth === 0 || element.clientHeight === 0) continue;
      if (element.closest(alike.join(", "))) continue;
      if (element.closest('.visually-hidden, .sr-only, [aria-hidden="true"], svg, input, textarea')) continue;
      const style = getComputedStyle(element);
      if (style.visibility === "hidden") continue;
      const wide = element.scrollWidth - element.clientWidth;
      if (/auto|scroll/.test(style.overflowX) && wide > 1) cutSays.push(`${named(element)} scrolls sideways by ${wide} px`);
      if (!hasOwnText(element)) continue;
      if (/hidden|clip/.test(style.overflowX) && wide > 1) cutSays.push(`${named(element)} is cut by ${wide} px`);
      if (/hidden|clip/.test(style.overflowY) && element.scrollHeight - element.clientHeight > 3) {
        cutSays.push(`${named(element)} is cut below`);
      }
      if (element.getBoundingClientRect().right > innerWidth + 1) cutSays.push(`${named(element)} leaves the screen`);
    }
    return [axeSays, cutSays];
  });
  return [...shutOut, ...cut];
}
