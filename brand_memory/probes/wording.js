// Words by which parts of a page are told apart, in the languages of most sites.

const words = {
  partners: new RegExp([
    "trusted by", "used by", "loved by", "chosen by", "backed by", "powered by", "as seen (in|on)", "featured (in|on)", "in the press",
    "in the news", "our (partners|clients|customers|investors|sponsors|friends)", "(partners|clients|customers|sponsors|investors)$",
    "join(ed)? (by )?[\\d,.]+\\+? (teams|companies|brands)", "works with", "integrat(es|ions?)( with)?", "companies (that|who)",
    "teams (that|who|at)", "brands (that|who|we)", "who we work with", "partner(s|ed)? with", "bekannt aus", "unsere (kunden|partner)", "vertrauen uns",
    "vertraut von", "kunden und partner", "ils nous font confiance", "nos (partenaires|clients|r\u00e9f\u00e9rences)", "conf\u00edan en nosotros", "nuestros (clientes|socios)",
    "i nostri (clienti|partner)", "hanno scelto", "si fidano", "onze (klanten|partners)", "vertrouwd door", "zaufali nam", "nasi (klienci|partnerzy)",
    "nossos (clientes|parceiros)", "confiam em n\u00f3s", "v\u00e5ra (kunder|partners)", "vores (kunder|partnere)", "v\u00e5re (kunder|partnere)", "kumppanimme", "asiakkaamme",
    "na\u0161i (partne\u0159i|klienti)", "d\u016fv\u011b\u0159uj\u00ed n\u00e1m",
  ].join("|"), "i"),
  social: /(^|\.)(facebook|instagram|linkedin|twitter|x|youtube|tiktok|pinterest|xing|github|gitlab|threads|mastodon|vimeo|discord|whatsapp|wa|t|bsky|reddit|medium|snapchat|twitch|spotify|dribbble|behance|yelp|tripadvisor)\.(com|de|org|me|social|gg|app|tv)$/i,
  stores: /(^|\.)(apps\.apple|play\.google|microsoft|chromewebstore\.google|appgallery\.huawei)\.com$/i,
  payment: /\b(visa|mastercard|maestro|amex|american express|paypal|klarna|apple ?pay|google ?pay|sepa|giropay|ideal|bancontact|stripe|discover|diners|jcb|twint)\b/i,
  widgets: /trustpilot|tp-widget|yotpo|judge-?me|reviews?-?io|google-?reviews?|capterra|elfsight|feefo|bazaarvoice|stamped|okendo|loox|provenexpert|trusted-?shops|ekomi|tripadvisor|twitter-tweet|instagram-media|fb-(page|post|like)|disqus|calendly|typeform|hs-form|recaptcha|h-captcha/i,
  status: /(^|[-_ ])(alert|toast|snackbar|notification|callout|flash|banner-(info|warning|error|success)|is-(error|success|warning|danger)|error|success|warning|danger|invalid|valid)($|[-_ ])/i,
  outcome: /^[^\p{L}\p{N}]{0,3}\s*(success|error|warning|danger|notice|info|caution|failed|heads up|well done|oh snap|payment (received|failed)|saved|erfolg|fehler|warnung|hinweis|achtung|succ\u00e8s|erreur|attention|avertissement|\u00e9xito|advertencia|successo|errore|attenzione|gelukt|fout|waarschuwing|sukces|b\u0142\u0105d|ostrze\u017cenie|sucesso|erro|aviso|lyckades|fel|varning|fejl|advarsel|feil|onnistui|virhe|varoitus|\u00fasp\u011bch|chyba)\b[^\p{L}]/iu,
};
