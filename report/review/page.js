"use strict";
(() => {
  const english = document.documentElement.lang === "en";
  const data = JSON.parse(document.getElementById("data").textContent);
  const facts = data.facts, documents = data.documents;
  const $ = id => document.getElementById(id);
  const say = (zh, en) => english ? en : zh;
  const words = {
    measure: { level: say("水平", "level"), growth: say("增速", "growth"), change: say("增减", "change"), share: say("占比", "share"), multiple: say("倍数", "multiple"), rank: say("位次", "rank") },
    status: { actual: say("实际", "actual"), target: say("目标", "target") },
  };
  const fields = [["value", "数值", "value"], ["lower", "下限", "lower"], ["upper", "上限", "upper"], ["unit", "单位", "unit"], ["measure", "口径", "measure"], ["bound", "限定", "bound"],
    ["indicator", "指标", "indicator"], ["region", "地区", "region"], ["period", "时期", "period"], ["status", "状态", "status"], ["basis", "对比", "basis"]];
  const choices = { measure: Object.keys(words.measure), status: Object.keys(words.status), bound: ["eq", "approx", "ge", "gt", "le", "lt", "range"] };
  const shownOnly = [["indicator_raw", "原文指标", "as said"], ["row", "表中行", "row"], ["column", "表中列", "column"], ["page", "页码", "page"],
    ["confidence", "可信度", "confidence"], ["id", "编号", "id"]];

  /* What the reader decided: id -> {mark: "right"|"wrong", note, edits: {field: new}}. Kept by the browser where it may. */
  const place = "tongji-review:" + facts.length + ":" + (facts.length ? facts[0].id + facts[facts.length - 1].id : "");
  let marks = {}, undo = [];
  try { marks = JSON.parse(localStorage.getItem(place)) || {}; } catch (e) { marks = {}; }
  const keep = () => { try { localStorage.setItem(place, JSON.stringify(marks)); } catch (e) { /* not allowed: marks last as long as the page */ } };
  const of = f => marks[f.id] || {};
  const edited = f => Object.keys(of(f).edits || {}).length > 0;
  function change(f, how) {
    undo.push([f.id, JSON.stringify(marks[f.id] || null)]);
    const m = JSON.parse(JSON.stringify(of(f)));
    how(m);
    if (m.edits && !Object.keys(m.edits).length) delete m.edits;
    if (m.mark || m.edits || m.note) marks[f.id] = m; else delete marks[f.id];
    keep(); refresh();
  }
  function takeBack() {
    const last = undo.pop();
    if (!last) return;
    const before = JSON.parse(last[1]);
    if (before) marks[last[0]] = before; else delete marks[last[0]];
    keep(); refresh();
  }

  facts.forEach((f, i) => { f.at = i; f.all = [f.indicator, f.indicator_raw, f.region, f.period, f.text, f.sentence, f.title, f.doc].join("\n").toLowerCase(); });
  documents.forEach((d, i) => { for (let k = d.first; k < d.end; k++) facts[k].document = i; });

  let shown = facts.slice(), shownSet = new Set(shown), chosen = -1, drawn = -1;

  function element(tag, className, text) {
    const e = document.createElement(tag);
    if (className) e.className = className;
    if (text !== undefined) e.textContent = text;
    return e;
  }
  function option(select, value, text) { const o = element("option", "", text); o.value = value; select.append(o); }
  function fillFilter(id, label, valueOf, nameOf) {
    const counts = new Map();
    for (const f of facts) counts.set(valueOf(f), (counts.get(valueOf(f)) || 0) + 1);
    option($(id), "", label);
    for (const [value, n] of [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
      option($(id), "=" + value, (nameOf ? nameOf(value) : value || say("（无）", "(none)")) + "  " + n);
    $(id).setAttribute("aria-label", label);
    $(id).addEventListener("change", filter);
  }
  const filters = [["f-document", f => String(f.document)], ["f-region", f => f.region], ["f-indicator", f => f.indicator], ["f-period", f => f.period], ["f-measure", f => f.measure], ["f-status", f => f.status]];
  function filter() {
    const wanted = filters.map(([id, value]) => [$(id).value, value]).filter(x => x[0]);
    const text = $("search").value.trim().toLowerCase(), most = Number($("f-confidence").value || 100) / 100, mark = $("f-mark").value;
    shown = facts.filter(f => wanted.every(([v, value]) => "=" + value(f) === v) && f.confidence <= most + 1e-9 && (!text || f.all.includes(text))
      && (!mark || (mark === "none" ? !marks[f.id] : mark === "edited" ? edited(f) : of(f).mark === mark)));
    shownSet = new Set(shown);
    $("count").textContent = say(`${shown.length} / ${facts.length} 条`, `${shown.length} of ${facts.length}`);
    $("list").scrollTop = 0;
    if (!shown.length) chosen = -1;
    else if (chosen < 0 || !shownSet.has(facts[chosen])) chosen = shown[0].at;
    refresh();
  }

  /* The list draws only the rows in view. */
  const height = 58, all = element("div", "all");
  $("list").append(all);
  function drawList() {
    const top = Math.max(0, Math.floor($("list").scrollTop / height) - 4), bottom = Math.min(shown.length, top + Math.ceil($("list").clientHeight / height) + 9);
    all.style.height = shown.length * height + "px";
    all.replaceChildren();
    for (let i = top; i < bottom; i++) {
      const f = shown[i], m = of(f), row = element("div", "row " + (m.mark || "") + (edited(f) ? " edited" : ""));
      row.style.top = i * height + "px";
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", f.at === chosen);
      const line = element("div");
      line.append(element("span", "v " + f.measure, f.text), element("b", "", now(f, "indicator") || say("（无指标）", "(no indicator)")));
      row.append(line, element("div", "under", [now(f, "region"), now(f, "period"), words.measure[now(f, "measure")], words.status[now(f, "status")], Math.round(f.confidence * 100) + "%"].filter(Boolean).join(" · ")));
      row.addEventListener("click", () => choose(f.at));
      all.append(row);
    }
    if (!shown.length) all.append(element("p", "none", say("没有符合条件的数据", "No fact fits")));
  }
  const now = (f, field) => (of(f).edits || {})[field] ?? f[field] ?? "";

  function drawText() {
    const box = $("text"), f = facts[chosen];
    if (!f) { box.replaceChildren(); drawn = -1; return; }
    if (drawn !== f.document) {
      drawn = f.document;
      const d = documents[drawn];
      box.replaceChildren(element("h1", "", d.title || d.name), element("p", "from", [d.name, d.date].filter(Boolean).join(" · ")));
      if (d.pieces.length) for (const piece of d.pieces) {
        if (piece.length === 1) { box.append(piece[0]); continue; }
        box.append(highlight(piece[0], piece.slice(1)));
      } else drawSentences(box, d);
      box.scrollTop = 0;
    }
    for (const m of box.querySelectorAll("mark")) {
      const own = m.dataset.facts.split(",").map(Number), on = own.includes(chosen);
      m.classList.toggle("on", on);
      m.classList.toggle("dim", !own.some(i => shownSet.has(facts[i])));
      m.classList.toggle("wrong", own.every(i => of(facts[i]).mark === "wrong"));
      if (on) m.scrollIntoView({ block: "center" });
    }
  }
  function highlight(text, own) {
    const m = element("mark", facts[own[0]].measure, text);
    m.dataset.facts = own.join(",");
    m.addEventListener("click", () => choose(own[(own.indexOf(chosen) + 1) % own.length]));
    return m;
  }
  function drawSentences(box, d) {
    box.append(element("p", "from", say("原文不在原处或已改动，以下是有数据的句子。", "The document is not where it was, or has changed; these are the sentences with facts.")));
    for (let i = d.first; i < d.end;) {
      const sentence = facts[i].sentence, p = element("p");
      let at = 0;
      for (; i < d.end && facts[i].sentence === sentence; i++) {
        const from = sentence.indexOf(facts[i].text, at);
        if (from < 0) { p.append(highlight(facts[i].text, [i])); continue; }
        p.append(sentence.slice(at, from), highlight(facts[i].text, [i]));
        at = from + facts[i].text.length;
      }
      p.append(sentence.slice(at));
      box.append(p);
    }
  }

  function drawCard() {
    const box = $("card"), f = facts[chosen];
    box.replaceChildren();
    if (!f) return;
    const m = of(f), quote = element("blockquote"), at = f.source ? f.sentence.lastIndexOf(f.text) : f.sentence.indexOf(f.text); /* a cell stands last */
    if (at < 0) quote.textContent = f.sentence;
    else quote.append(f.sentence.slice(0, at), element("mark", f.measure + " on", f.text), f.sentence.slice(at + f.text.length));
    const buttons = element("div", "buttons");
    const button = (name, className, act) => { const b = element("button", className, name); b.type = "button"; b.addEventListener("click", act); buttons.append(b); };
    button(say("对 r", "right r"), "right" + (m.mark === "right" ? " on" : ""), () => setMark("right"));
    button(say("错 w", "wrong w"), "wrong" + (m.mark === "wrong" ? " on" : ""), () => setMark("wrong"));
    button(say("撤销 u", "undo u"), "", takeBack);
    box.append(quote, buttons);
    const table = element("table");
    for (const [field, zh, en] of fields) {
      const row = element("tr"), cell = element("td"), was = f[field] ?? "";
      const input = choices[field] ? element("select") : element("input");
      if (choices[field]) for (const c of choices[field]) option(input, c, (words[field] || {})[c] || c);
      input.value = now(f, field);
      input.id = "e-" + field;
      input.setAttribute("aria-label", say(zh, en));
      input.addEventListener("change", () => change(f, x => { x.edits = x.edits || {}; if (input.value === was) delete x.edits[field]; else x.edits[field] = input.value; }));
      if ((m.edits || {})[field] !== undefined) { cell.className = "changed"; input.title = say("原为 ", "was ") + was; }
      cell.append(input);
      row.append(element("th", "", say(zh, en)), cell);
      table.append(row);
    }
    for (const [field, zh, en] of shownOnly) {
      if (f[field] === undefined) continue;
      const row = element("tr");
      row.append(element("th", "", say(zh, en)), element("td", "", field === "confidence" ? Math.round(f.confidence * 100) + "%" : f[field]));
      table.append(row);
    }
    const note = element("textarea");
    note.id = "e-note";
    note.rows = 2;
    note.placeholder = say("备注", "note");
    note.value = m.note || "";
    note.addEventListener("change", () => change(f, x => { x.note = note.value.trim(); if (!x.note) delete x.note; }));
    box.append(table, note);
  }
  function setMark(mark) {
    const f = facts[chosen];
    if (f) change(f, m => { if (m.mark === mark) delete m.mark; else m.mark = mark; });
  }
  function choose(at) {
    chosen = at;
    const i = shown.indexOf(facts[at]), list = $("list");
    if (i >= 0 && (i * height < list.scrollTop || (i + 1) * height > list.scrollTop + list.clientHeight)) list.scrollTop = Math.max(0, i * height - list.clientHeight / 3);
    refresh();
  }
  function step(by) {
    const i = shown.indexOf(facts[chosen]);
    const next = shown[Math.min(shown.length - 1, Math.max(0, i + by))];
    if (next) choose(next.at);
  }
  function refresh() { drawList(); drawText(); drawCard(); }

  /* Corrections as docs/corrections.md has them. */
  function corrections() {
    const cell = s => /[",\n\r]/.test(s) ? '"' + s.replace(/"/g, '""') + '"' : s;
    const lines = ["id,field,old,new,drop,note"];
    for (const f of facts) {
      const m = of(f), note = m.note || "";
      if (m.mark === "wrong") { lines.push([f.id, "", "", "", "1", note].map(cell).join(",")); continue; }
      const edits = Object.entries(m.edits || {});
      for (const [field, value] of edits) lines.push([f.id, field, f[field] ?? "", value, "0", note].map(cell).join(","));
      if (!edits.length && (m.mark === "right" || note)) lines.push([f.id, "", "", "", "0", note || "confirmed"].map(cell).join(","));
    }
    return lines.join("\r\n") + "\r\n";
  }
  function save() {
    const a = element("a");
    a.href = URL.createObjectURL(new Blob(["\ufeff" + corrections()], { type: "text/csv" }));
    a.download = "corrections.csv";
    document.body.append(a);
    a.click();
    a.remove();
    setTimeout(() => URL.revokeObjectURL(a.href), 1000);
  }

  function about() {
    const box = $("about");
    box.replaceChildren(element("h3", "", say("按键", "Keys")));
    for (const [key, zh, en] of [["j", "下一条", "next fact"], ["k", "上一条", "previous fact"], ["r", "标为正确", "mark as right"], ["w", "标为错误（不再使用）", "mark as wrong (left out)"], ["e", "修改字段", "edit a field"], ["u", "撤销", "undo"], ["/", "搜索", "search"], ["s", "保存更正", "save corrections"], ["Esc", "离开输入框", "leave a field"]]) {
      const p = element("div");
      p.append(element("kbd", "", key), say(zh, en));
      box.append(p);
    }
    box.append(element("h3", "", say("颜色", "Colours")));
    for (const [key, name] of Object.entries(words.measure)) box.append(element("span", "key " + key, name));
    box.append(element("p", "", say("保存的文件交给 tongji report、diff、convert 的 --corrections。", "The saved file is for --corrections of tongji report, diff and convert.")));
    const close = element("button", "primary", say("关闭", "Close"));
    close.addEventListener("click", () => box.close());
    box.append(close);
    box.showModal();
  }

  document.addEventListener("keydown", e => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName);
    if (e.key === "Escape" && typing) { e.target.blur(); return; }
    if (typing || e.ctrlKey || e.metaKey || e.altKey || $("about").open) return;
    const act = { j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1), r: () => setMark("right"), w: () => setMark("wrong"), u: takeBack, s: save, "?": about,
      e: () => { const first = $("e-value"); if (first) first.focus(); }, "/": () => $("search").focus() }[e.key];
    if (!act) return;
    e.preventDefault();
    act();
  });

  document.title = $("title").textContent = say("tongji 核对", "tongji review");
  $("search").placeholder = say("搜索 /", "search /");
  $("search").setAttribute("aria-label", say("搜索", "search"));
  $("list").setAttribute("aria-label", say("数据", "facts"));
  $("l-confidence").textContent = say("可信度≤", "confidence ≤");
  $("clear").textContent = say("清除条件", "Clear");
  $("save").textContent = say("保存更正", "Save corrections");
  $("help").setAttribute("aria-label", say("帮助", "help"));
  fillFilter("f-document", say("全部文件", "All documents"), f => String(f.document), i => documents[i].title || documents[i].name);
  fillFilter("f-region", say("全部地区", "All regions"), f => f.region);
  fillFilter("f-indicator", say("全部指标", "All indicators"), f => f.indicator);
  fillFilter("f-period", say("全部时期", "All periods"), f => f.period);
  fillFilter("f-measure", say("全部口径", "All measures"), f => f.measure, v => words.measure[v]);
  fillFilter("f-status", say("实际与目标", "Actual and target"), f => f.status, v => words.status[v]);
  for (const [value, zh, en] of [["", "全部标记", "Any mark"], ["none", "未核对", "unmarked"], ["right", "正确", "right"], ["wrong", "错误", "wrong"], ["edited", "已修改", "edited"]]) option($("f-mark"), value, say(zh, en));
  $("f-mark").setAttribute("aria-label", say("标记", "mark"));
  for (const id of ["f-mark", "f-confidence"]) $(id).addEventListener("change", filter);
  $("search").addEventListener("input", filter);
  $("clear").addEventListener("click", () => { for (const [id] of filters) $(id).value = ""; $("f-mark").value = ""; $("search").value = ""; $("f-confidence").value = 100; filter(); });
  $("save").addEventListener("click", save);
  $("help").addEventListener("click", about);
  $("list").addEventListener("scroll", drawList);
  addEventListener("resize", drawList);
  filter();
})();
