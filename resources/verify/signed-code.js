// Reads a signed code. The form is told in app/core/signed_code.py; a change there is a new version here.
"use strict";
const SignedCode = (() => {
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const FREQUENT = [..."čČšŠžŽåÅäÄöÖāēīūņļķģĀ…–’“”„«»"];
  const KINDS = ["attendance", "completion", "mentor"];
  const DOMAIN = new TextEncoder().encode("mentordesk certificate 1\n");
  const LONGEST = 2400;

  const letters = (text) => text.toUpperCase().replace(/[^A-Z0-9]/g, "");

  function looksSigned(text) {
    const all = letters(text);
    return /^MD[1IL]/.test(all) && all.length > 40;
  }

  function bytesOf(coded) {
    const bytes = [];
    let rest = 0, bits = 0;
    for (const letter of coded) {
      const value = LETTERS.indexOf(letter);
      if (value < 0) return null;
      rest = (rest << 5) | value;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.push((rest >> bits) & 255);
        rest &= (1 << bits) - 1;
      }
    }
    return bits >= 5 || rest ? null : Uint8Array.from(bytes);
  }

  function hidden(point) {
    return point > 0x10ffff || point < 0x20 || (point >= 0x7f && point < 0xa0) || (point >= 0xd800 && point < 0xe000) ||
      point === 0xad || point === 0x61c || point === 0xfeff || point === 0x180e || (point >= 0x200b && point < 0x2010) ||
      (point >= 0x2028 && point < 0x202f) || (point >= 0x2060 && point < 0x2070);
  }

  function unpacked(coded) {
    let text = "";
    for (let place = 0; place < coded.length; place++) {
      const byte = coded[place];
      if (byte === 1) {
        if (place + 3 >= coded.length) return null;
        const point = (coded[place + 1] << 16) | (coded[place + 2] << 8) | coded[place + 3];
        if (point < 0x80 || hidden(point) || (point >= 0x400 && point < 0x480) || FREQUENT.includes(String.fromCodePoint(point))) return null;
        text += String.fromCodePoint(point);
        place += 3;
      } else if (byte >= 0x20 && byte < 0x7f) text += String.fromCharCode(byte);
      else if (byte >= 0x80) text += String.fromCharCode(byte - 0x80 + 0x400);
      else if (byte >= 3 && byte < 3 + FREQUENT.length) text += FREQUENT[byte - 3];
      else return null;
    }
    return text;
  }

  const two = (body, place) => (body[place] << 8) | body[place + 1];
  const day = (count) => (count ? new Date(Date.UTC(1990, 0, 1 + count)) : null);

  // The facts and the key of a code; null for one that cannot be read. Nothing is verified here.
  function read(text) {
    const all = letters(text);
    if (!looksSigned(all) || all.length > LONGEST) return null;
    const coded = all.slice(3).replace(/0/g, "O").replace(/1/g, "I").replace(/8/g, "B");
    const content = bytesOf(coded);
    if (!content || content.length < 13 + 5 + 32 + 64) return null;
    const body = content.slice(0, -64);
    if (body[0] >> 4 !== 1 || (body[0] & 15) >= KINDS.length) return null;
    const texts = [];
    let place = 13;
    for (let count = 0; count < 5; count++) {
      if (place >= body.length) return null;
      const length = body[place];
      if (place + 1 + length > body.length) return null;
      const one = unpacked(body.slice(place + 1, place + 1 + length));
      if (one === null) return null;
      texts.push(one);
      place += 1 + length;
    }
    if (body.length - place !== 32) return null;
    const [number, name, native, event, issuer] = texts;
    return {
      number, name, native, event, issuer, kind: KINDS[body[0] & 15],
      start: day(two(body, 1)), end: day(two(body, 3)), issued: day(two(body, 5)), duplicate: day(two(body, 7)),
      minutes: (body[9] << 16) | (body[10] << 8) | body[11], hourMinutes: body[12],
      key: body.slice(place), body, signature: content.slice(-64),
    };
  }

  function genuine(code) {
    const message = new Uint8Array(DOMAIN.length + code.body.length);
    message.set(DOMAIN);
    message.set(code.body, DOMAIN.length);
    return nacl.sign.detached.verify(message, code.signature, code.key);
  }

  function fingerprint(key) {
    const sum = nacl.hash(key);
    let bits = "", found = "";
    for (const byte of sum.slice(0, 10)) bits += byte.toString(2).padStart(8, "0");
    for (let place = 0; place < 80; place += 5) found += LETTERS[parseInt(bits.slice(place, place + 5), 2)];
    return found.match(/.{4}/g).join("-");
  }

  const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const unhex = (text) => Uint8Array.from((String(text).match(/../g) || []).map((pair) => parseInt(pair, 16)));

  // Sorted keys, no spaces, as services/signed_files.py writes what it signs.
  function canonical(value) {
    if (Array.isArray(value)) return "[" + value.map(canonical).join(",") + "]";
    if (value && typeof value === "object") {
      return "{" + Object.keys(value).sort().map((name) => JSON.stringify(name) + ":" + canonical(value[name])).join(",") + "}";
    }
    return JSON.stringify(value);
  }

  // A list of revocations as a file: {key, madeAt, entries} when it is signed as it should be, else null.
  function revocations(text) {
    try {
      const whole = JSON.parse(text);
      if (whole.mentordesk !== "revocations" || whole.version !== 1) return null;
      const { signature, ...told } = whole;
      const message = new TextEncoder().encode("mentordesk revocations 1\n" + canonical(told));
      const key = unhex(whole.public_key), sign = unhex(signature);
      if (key.length !== 32 || sign.length !== 64 || !nacl.sign.detached.verify(message, sign, key)) return null;
      return { key: hex(key), madeAt: String(whole.made_at), entries: whole.entries.map((one) => [String(one.number), String(one.on), String(one.why)]) };
    } catch (error) {
      return null;
    }
  }

  return { looksSigned, read, genuine, fingerprint, hex, unhex, revocations };
})();
