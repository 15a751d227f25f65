// Visible runs of text, each with the block it stands in; whatever text is there and not seen is counted only.

const blockTags = /^(H[1-6]|P|LI|BLOCKQUOTE|DT|DD|FIGCAPTION|BUTTON|LABEL|TD|TH|SUMMARY|CAPTION|ADDRESS|PRE)$/;

function hiddenHere(element) {
  return !isVisible(element) || (inks(element) && !isLegible(element));
}

// What a block says in its own lines, without the blocks inside it and without what can not be seen.
function linesOf(element, budget = 800) {
  let said = "";
  const visit = (node) => {
    if (said.length > budget) return;
    if (node.nodeType === 3) said += node.data;
    else if (node.nodeType === 1 && !silent.has(node.tagName)) {
      if (node.tagName === "BR") said += " ";
      else if (node.tagName === "SLOT") for (const inner of node.assignedNodes()) visit(inner);
      else if (isInline(node) && !hiddenHere(node) && !(node instanceof SVGElement)) for (const inner of node.childNodes) visit(inner);
      else if (!isInline(node)) said += " ";
    }
  };
  for (const node of (element.shadowRoot || element).childNodes) visit(node);
  return said.replace(/\s+/g, " ").trim();
}

// All words of an element that can be seen, those of the blocks inside it included.
function seenText(element, limit = 160) {
  let said = "";
  const visit = (node) => {
    if (said.length > limit * 2) return;
    if (node.nodeType === 3) said += node.data;
    else if (node.nodeType === 1 && !silent.has(node.tagName) && !(node instanceof SVGElement) && isVisible(node)) {
      if (!isInline(node)) said += " ";
      for (const inner of node.tagName === "SLOT" ? node.assignedNodes() : (node.shadowRoot || node).childNodes) {
        if (inner.nodeType !== 3 || isLegible(node)) visit(inner);
      }
      if (!isInline(node)) said += " ";
    }
  };
  visit(element);
  return said.replace(/\s+/g, " ").trim().slice(0, limit);
}

function textsOf(elements, hero, shares) {
  const found = [];
  let hidden = 0;
  for (const element of elements) {
    if (element instanceof SVGElement || !inks(element) || element.tagName === "TEXTAREA") continue;
    const block = closest(element, (at) => !isInline(at) || blockTags.test(at.tagName) || at === document.body);
    const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join(" ").trim();
    const letters = /\p{L}{3}/u.test(own);
    const share = shares.get(element);
    const covered = share && share.asked > 0 && share.seen === 0;
    if (hiddenHere(element) || covered) {
      if (letters) hidden += 1;
      continue;
    }
    const link = element.tagName === "A" ? element : closest(element, (at) => at.tagName === "A" || at.tagName === "BUTTON");
    if (block !== element && (isInline(element) && block && (inks(block) || blockTags.test(block.tagName)) && block.contains(element))) {
      // An inline run is part of its block, unless the block itself has no words of its own before the walk gets there.
      if (inks(block)) continue;
      if (found.some((entry) => entry.block === block)) continue;
    }
    const holder = block && isInline(element) && element !== link && !inks(block) && block !== document.body && block.contains(element) && wordsOf(block, 900) === linesOf(block) ? block : element;
    if (found.some((entry) => entry.block === holder)) continue;
    const text = linesOf(holder);
    if (!text) continue;
    const role = link && link.tagName === "A" && holder !== link && !looksLikeButton(link, styleOf(link), boxOf(link)) && !/^H[1-6]$/.test(holder.tagName)
      ? classify(link, hero) : classify(holder, hero);
    found.push({
      block: holder, text, tag: holder.tagName.toLowerCase(), role, region: regionOf(holder), place: placeOf(holder),
      box: boxOf(holder), size: parseFloat(styleOf(element).fontSize) || 0, own: isOwn(holder), status: isStatus(holder),
    });
    if (found.length >= LIMITS.texts) break;
  }
  return { texts: found.map(({ block, ...rest }) => rest), hidden };
}
