// What the page does: words, typing, pasting, pictures, camera, verdicts. Texts of codes are only ever set as text.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const at = (name) => document.getElementById(name);
  const TONES = { genuine: ["good", "✓"], cancelled: ["bad", "✕"], replaced: ["warn", "!"], changed: ["bad", "✕"], unknown: ["warn", "?"], no_code: ["warn", "?"], no_picture: ["warn", "?"] };
  const LONGEST_SIDE = 2600, MOST_BYTES = 60e6;
  let language = data.language, shown = null, camera = null;

  const say = (word, values = {}) => (data.words[language][word] || data.words.en[word] || "").replace(/\{([a-z_]+)\}/g, (all, name) => (name in values ? values[name] : all)).replace(/\.\.$/, ".");
  const place = () => (language === "en" ? "en-GB" : language);
  const dayText = (day) => (day ? new Intl.DateTimeFormat(place(), { dateStyle: "long", timeZone: "UTC" }).format(day) : "");

  const spanText = (start, end) => {
    const form = new Intl.DateTimeFormat(place(), { dateStyle: "long", timeZone: "UTC" });
    if (!start || !form.formatRange || start > end) return [start, end].filter(Boolean).map(dayText).join(" – ");
    return form.formatRange(start, end).replace(/(\d\.?)\s*–\s*(\d)/, "$1–$2");
  };

  function speak() {
    document.documentElement.lang = language;
    document.title = say("title");
    for (const one of document.querySelectorAll("[data-word]")) one.textContent = say(one.dataset.word);
    at("made").textContent = say("made", { day: dayText(new Date(data.made_on + "T00:00:00Z")) });
    at("news").textContent = "";
    listIssuers();
    if (shown) show(...shown);
  }

  function listIssuers() {
    at("issuers").replaceChildren(...data.issuers.map((issuer) => {
      const line = document.createElement("li"), print = document.createElement("span");
      line.textContent = issuer.name;
      print.className = "print-of";
      const told = issuer.revocations;
      const known = told ? say("revoked_known", { n: told.entries.length, day: dayText(new Date(told.made_at)) }) : say("revoked_unknown");
      print.textContent = issuer.fingerprint + " · " + known;
      line.append(print);
      return line;
    }));
  }

  function judge(text) {
    if (!SignedCode.looksSigned(text)) return ["no_code", null];
    const code = SignedCode.read(text);
    if (!code || !SignedCode.genuine(code)) return ["changed", code];
    const issuer = data.issuers.find((one) => one.key === SignedCode.hex(code.key));
    if (!issuer) return ["unknown", code];
    const number = code.number.toLowerCase();
    const entry = ((issuer.revocations || {}).entries || []).find((one) => one[0].toLowerCase() === number);
    if (entry) return [entry[2] === "replaced" ? "replaced" : "cancelled", code, issuer, new Date(entry[1] + "T00:00:00Z")];
    return ["genuine", code, issuer];
  }

  function factsOf(verdict, code, issuer) {
    if (!code || verdict === "changed") return [];
    // Rounded down to half an hour, as on the paper.
    const counted = Math.floor((code.minutes * 2) / (code.hourMinutes || 60)) / 2;
    const hours = new Intl.NumberFormat(place(), { maximumFractionDigits: 1 }).format(counted);
    const same = code.start && code.end && code.start.getTime() === code.end.getTime();
    return [
      ["number", code.number],
      ["holder", code.native ? code.name + " · " + code.native : code.name],
      ["event", code.event],
      ["kind", say("kind_" + code.kind)],
      ["dates", same || !code.end ? dayText(code.start) : spanText(code.start, code.end)],
      ["hours", code.hourMinutes === 60 ? hours : say("hours_of", { hours, minutes: code.hourMinutes })],
      ["issued", dayText(code.issued)],
      ["duplicate", dayText(code.duplicate)],
      ["issuer", issuer && issuer.name && issuer.name !== code.issuer ? code.issuer + " (" + issuer.name + ")" : code.issuer],
      ["fingerprint", SignedCode.fingerprint(code.key)],
    ].filter(([, value]) => value);
  }

  function show(verdict, code, issuer, since) {
    shown = [verdict, code, issuer, since];
    const box = at("result"), [tone, sign] = TONES[verdict];
    box.className = "result " + tone;
    box.dataset.verdict = verdict;
    at("sign").textContent = sign;
    at("verdict").textContent = say("verdict_" + verdict);
    const values = { issuer: issuer ? issuer.name : "", day: dayText(since), fingerprint: code ? SignedCode.fingerprint(code.key) : "" };
    const again = code && code.duplicate && verdict !== "changed" ? " " + say("duplicate_told", { day: dayText(code.duplicate) }) : "";
    const cut = code && verdict !== "changed" && [code.name, code.native, code.event, code.issuer].some((one) => one.endsWith("…"));
    at("means").textContent = say("means_" + verdict, values) + again + (cut ? " " + say("shortened_told") : "");
    at("facts").replaceChildren(...factsOf(verdict, code, issuer).flatMap(([word, value]) => {
      const name = document.createElement("dt"), told = document.createElement("dd");
      name.textContent = say("fact_" + word);
      told.textContent = value;
      told.dataset.fact = word;
      return [name, told];
    }));
    box.hidden = false;
    at("print").hidden = !code;
  }

  function check(text) {
    show(...judge(text));
    at("result").focus();
  }

  // pictures ------------------------------------------------------------------------------------------------------
  function points(picture, scale, cut) {
    const [x, y, w, h] = cut || [0, 0, picture.width, picture.height];
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(w * scale));
    canvas.height = Math.max(1, Math.round(h * scale));
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.imageSmoothingQuality = "high";
    pen.drawImage(picture, x, y, w, h, 0, 0, canvas.width, canvas.height);
    return pen.getImageData(0, 0, canvas.width, canvas.height);
  }

  function codeIn(picture, scale, cut) {
    const seen = points(picture, scale, cut);
    const found = jsQR(seen.data, seen.width, seen.height, { inversionAttempts: "dontInvert" });
    return found && found.data ? found.data : "";
  }

  // The whole picture, then smaller, then its quarters and middle enlarged: the code is small on a page.
  function tries(picture) {
    const longest = Math.max(picture.width, picture.height), w = picture.width, h = picture.height;
    const list = [[Math.min(1, LONGEST_SIDE / longest)]];
    if (longest > 1500) list.push([1400 / longest]);
    if (longest < 1300) list.push([2], [3]);
    const half = [[w / 2, h / 2], [w / 2, 0], [0, h / 2], [0, 0], [w / 4, h / 4]];
    for (const [x, y] of half) for (const goal of [1400, 2000, 2600]) list.push([goal / (longest / 2), [x, y, w / 2, h / 2]]);
    return list;
  }

  async function fromFile(file) {
    if (!file || file.size > MOST_BYTES) return show("no_picture");
    if (/json/.test(file.type) || /\.json$/i.test(file.name)) return takeNews(await file.text());
    let picture;
    try {
      picture = await createImageBitmap(file);
    } catch (error) {
      return show("no_picture");
    }
    let other = "";
    for (const [scale, cut] of tries(picture)) {
      const text = codeIn(picture, scale, cut);
      if (text && SignedCode.looksSigned(text)) {
        at("code").value = text;
        return check(text);
      }
      other = other || text;
    }
    if (!other) return show("no_picture");
    at("code").value = other;
    return check(other);
  }

  function takeNews(text) {
    const told = SignedCode.revocations(text);
    const issuer = told && data.issuers.find((one) => one.key === told.key);
    let word = "news_bad";
    if (told && !issuer) word = "news_stranger";
    else if (issuer) {
      const older = issuer.revocations && new Date(issuer.revocations.made_at) > new Date(told.madeAt);
      word = older ? "news_older" : "news_taken";
      if (!older) issuer.revocations = { made_at: told.madeAt, entries: told.entries };
    }
    if (at("code").value) show(...judge(at("code").value));
    listIssuers();
    at("news").textContent = say(word, { issuer: issuer ? issuer.name : "" });
  }

  // camera --------------------------------------------------------------------------------------------------------
  async function startCamera() {
    try {
      camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1920 } } });
    } catch (error) {
      return show("no_picture");
    }
    at("video").srcObject = camera;
    at("live").hidden = false;
    await at("video").play();
    look();
  }

  function look() {
    if (!camera) return;
    const video = at("video");
    if (video.videoWidth) {
      const text = codeIn(frameOf(video), 1);
      if (text) {
        at("code").value = text;
        stopCamera();
        return check(text);
      }
    }
    setTimeout(look, 200);
  }

  function frameOf(video) {
    const canvas = document.createElement("canvas");
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext("2d").drawImage(video, 0, 0);
    return canvas;
  }

  function stopCamera() {
    if (camera) for (const track of camera.getTracks()) track.stop();
    camera = null;
    at("live").hidden = true;
  }

  // what people do ------------------------------------------------------------------------------------------------
  at("form").addEventListener("submit", (event) => {
    event.preventDefault();
    check(at("code").value);
  });
  at("form").addEventListener("reset", () => {
    at("result").hidden = true;
    at("result").dataset.verdict = "";
    shown = null;
  });
  at("file").addEventListener("change", async () => {
    await fromFile(at("file").files[0]);
    at("file").value = "";
  });
  at("choose").addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") at("file").click();
  });
  at("print").addEventListener("click", () => print());
  at("camera").addEventListener("click", startCamera);
  at("stop").addEventListener("click", stopCamera);
  at("camera").hidden = !(navigator.mediaDevices && navigator.mediaDevices.getUserMedia);
  for (const name of ["dragover", "dragenter"]) document.addEventListener(name, (event) => {
    event.preventDefault();
    at("drop").classList.add("over");
  });
  for (const name of ["dragleave", "drop"]) document.addEventListener(name, (event) => {
    event.preventDefault();
    at("drop").classList.remove("over");
  });
  document.addEventListener("drop", (event) => fromFile(event.dataTransfer.files[0]));
  document.addEventListener("paste", (event) => {
    const file = [...event.clipboardData.files][0];
    if (file) {
      event.preventDefault();
      fromFile(file);
    }
  });
  const choice = at("language");
  for (const [code, name] of data.languages) {
    const option = document.createElement("option");
    option.value = code;
    option.lang = code;
    option.textContent = name;
    choice.append(option);
  }
  choice.value = language;
  choice.addEventListener("change", () => {
    language = choice.value;
    speak();
  });
  speak();
  // A link may carry a code behind the sign #: nothing of it is sent anywhere.
  if (SignedCode.looksSigned(location.hash)) {
    at("code").value = location.hash.slice(1);
    check(location.hash);
  }
})();
