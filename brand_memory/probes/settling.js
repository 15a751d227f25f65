// How finished a page looks: compared with itself a moment later, it tells whether anything still comes.

const root = document.documentElement;
if (!root || !document.body) return null;
const images = [...document.images].slice(0, 400);
const near = images.filter((image) => {
  const box = image.getBoundingClientRect();
  return box.width > 1 && box.top < innerHeight * 1.5;
});
return {
  nodes: document.getElementsByTagName("*").length,
  text: (document.body ? document.body.innerText : "").length,
  height: root.scrollHeight,
  waiting: near.filter((image) => !image.complete).length,
  busy: Boolean(document.querySelector('[aria-busy="true"], [class*="skeleton" i], [class*="spinner" i]')),
  fonts: document.fonts.status === "loading",
  ready: document.readyState,
};
