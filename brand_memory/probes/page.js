// The whole reading of one page, as plain data. It never waits, and it leaves the page where it found it.

const scroller = (() => {
  const root = document.scrollingElement || document.documentElement;
  if (root.scrollHeight > screen.height + 40) return root;
  const inner = [...document.querySelectorAll("body *")].slice(0, 3000).find((element) =>
    element.scrollHeight > element.clientHeight + 80 && element.clientHeight > screen.height * 0.6 &&
    element.clientWidth > screen.width * 0.6 && /auto|scroll/.test(getComputedStyle(element).overflowY));
  return inner || root;
})();
const scrolled = () => scroller.scrollTop;
const scrollPage = (top) => scroller.scrollTo({ top, left: 0, behavior: "instant" });

// What is not pointed at is found as well, and what moves has arrived.
const sheet = new CSSStyleSheet();
sheet.replaceSync("*, *::before, *::after { pointer-events: auto !important; transition: none !important; scroll-behavior: auto !important }");
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
for (const motion of document.getAnimations()) {
  try { if (motion.effect && motion.effect.getComputedTiming().endTime !== Infinity) motion.finish(); } catch { /* it has no end */ }
}
scrollPage(0);
const start = { x: scroller.scrollLeft, y: scrolled() };
const pageHeight = Math.max(scroller.scrollHeight, screen.height);
const all = walk(LIMITS.nodes);
const bodySize = parseFloat(getComputedStyle(document.body).fontSize) || 16;
const siteNames = [
  ...[...document.querySelectorAll('meta[property="og:site_name"], meta[name="application-name"], meta[name="apple-mobile-web-app-title"]')].map((meta) => meta.content),
  location.hostname.replace(/^www\./, "").split(".")[0],
].filter(Boolean).map((name) => name.trim().toLowerCase());
const regions = regionsOf(all);
const foreign = foreignParts(all);
const hero = heroOf(all);

const { elements, shares } = measured(all, hero);
const { texts, hidden } = textsOf(all, hero, shares);
const reading = {
  address: location.href, title: document.title, language: document.documentElement.lang || "",
  elements, texts, hidden, logos: logosOf(all), pictures: picturesOf(all, hero, shares), films: filmsOf(all), links: linksOf(all),
  fonts: fontsOf(), variables: variablesOf(), meta: metaOf(), microdata: microdata(),
  linked: [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 20).map((script) => script.textContent.slice(0, 60000)),
  size: { width: screen.width, height: Math.round(pageHeight) }, nodes: all.length, capped: all.length >= LIMITS.nodes,
};
document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
return reading;
