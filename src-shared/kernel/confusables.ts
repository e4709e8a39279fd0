/**
 * Signs that are drawn like another one, in groups: first the sign they look like, then those. Made from the data of
 * Unicode Technical Standard 39 (confusables.txt, version 13.0.0), as far as they are one sign each in the scripts that
 * people write today, and not taken apart by normalisation form KD or read as digits anyway. Letters of Hangul, marks
 * and the horizontal strokes of Chinese and Japanese are left out: what is around them tells them apart.
 */
const groups = [
  "'՝‘’‛′‵՚\u05f3˴ (❨❲〔\ufd3e )❩❳〕\ufd3f *⁎\u066d∗ +᛭➕ ,\u060d\u066b‚ -‐‒–\u06d4⁃˗−➖ /᜵⁁∕⁄╱⟋⧸㇓ 2ꝚƧϨꙄ 3ꞫȜƷꝪⳌЗӠ 4Ꮞ 5Ƽ 6ⳒбᏮ 8ȣȢ 9ꝮⳊ :։᛬᠃⁚\u05c3˸꞉∶",
  '<‹❮˂ =⹀゠꓿ >›❯˃ AΑАᎪꓮ BꞴΒВᏴꓐ CⲤСᏟꓚ DᎠꓓ E⋿ΕЕᎬꓰ FꞘϜꓝ GԌᏀᏳꓖ HΗⲎНᎻꓧ JꞲͿЈᎫꓙ KΚⲔКᏦꓗ LⳐᏞꓡ MΜϺⲘМᎷꓟ NΝⲚꓠ',
  'O〇ΟⲞОՕዐଠꓳ PΡⲢРᏢꓑ RƦᎡᏒꓣ SЅՏᏕᏚꓢ T⊤⟙ΤⲦТᎢꓔ U∪⋃Սሀꓴ VѴᏙꓦ WԜᎳᏔꓪ X╳ꞳΧⲬХꓫ YΥⲨУҮᎩᎽꓬ ZΖᏃꓜ \\∖⟍⧵⧹㇔ ^˄ a⍺ɑαа bƄЬᏏ',
  'cᴄⲥсꮯ dԁᏧꓒ e℮ꬲеҽ fꬵꞙẝք gɡᶃƍց hһհᏂ i⍳ıɪɩιіꙇӏꭵᎥ jϳј l\u05c0∣⏽ƖǀΙⲒІӀ\u05d5\u05df\u0627ꓲ nոռ oᴏᴑꬽοσⲟоჿօ\u05e1\u0647\u06be\u06c1\u06d5ഠဝ p⍴ρⲣр qԛգզ',
  'rꭇꭈᴦⲅгꮁ sꜱƽѕꮪ uꞟᴜꭎꭒʋυս v∨⋁ᴠνѵ\u05d8ꮩ wɯᴡѡԝաꮃ x×⤫⤬⨯х yɣᶌʏỿꭚγуүყ zᴢꮓ {❴ }❵ ~⁓∼ £₤ °⸰∘○◦ ¶⸿ ·・᛫⸱•‧∙⋅ ÞϷ ßꞵᏰ',
  '÷➗ þƿϸ ĸᴋκⲕкꮶ ƅьꮟ ƆↃϽꓛ Ǝ∃ꓱ ƏӘ ƐԐᏋ ƨᴤϩꙅ Ʃ∑Σ ƫᎿ Ʊ℧ ǝəә ǶԊ ȝʒꝫⳍӡჳ ȷյ ɂꭾ ɅΛЛꓥ ɋᶐ ɔↄᴐͻ ɜᴈз ɢԍꮐᏻ ɰպሣ ɸφⲫф',
  'ɿ℩ ʀꭱꮢ ʃ∫ꭍ ʌᴧ ʍᴍмꮇ ʘ⊙☉⨀Ꙩ ʙвᏼ ʚꞝ ʜнꮋ ʟⳑꮮ ˇ꙾ ˉ▔ ˏ͵ ˪˻꜖ ˫꜔ ˳。 ΓⲄГᎱ Δ∆△Ⲇ Π∏ⲠП ΦⲪФՓቀ ΨⲮѰ λⲖ πᴨп ςϛ χꭓꭕⲭ',
  'ψѱ ω⍵ꞷⲱꙍ ϗⳤ ϬⳜ ИͶ ШⲼ Э℈ лᴫ шⲽ љꭠ ѠᏇ ҶӋ ҷӌ Ո∩⋂በꓵ Ք₽ ՙ˓ʿ ձኔ \u060c⸲\u066c \u061b⸵ \u061f⸮ \u0629⍥\u06c3 \u0639\u060f \u0641\u06a7 \u0643\u06a9\u06aa \u0648\u08b1 \u0649\u066e\u06ba\u08bd\u064a\u06cc\u06d2 \u0662ꧏ \u067b\u06d0',
  '\u06a1\u08bb\u066f\u08bc \u06ac\u0762 \u06af\u08b0 \u0754\u08a9\u0767 ऽઽ ।꠰ ॰૰⚬ ॱൎ ஈர உഉ ஐஜജ ணണ ய௰ ழഴ ஶശ ஷ௸ ௳௵ అಅ ఆಆ ఇಇ ఒಒ జಜ ఞಞ ణಣ యಯ ఱಱ లಲ ഞൡ രറ ขฃ คดต',
  'ฆม จຈ ชซ ฎฏ ฑท บບ ปປ ฝຝ พພ ฟຟ ภฦ ยຍ ฯ។ าๅ ๏៙ ๚៕ ๛៚ ၁ၥ ሆՄ ቡՌ ኮԻ ጣՊ ᐵ⍩ ᑐ⸧⊃ ᑕ⸦⊂ ᗒ⪫ ᗕ⪪ ᗡꓷ ᙠꓭ ᚽ⍿ ᛏ↑ ᛐ↿',
  'ᛚ↾⨡ ᛜ⋄◇◊♢ ᛞ⋈⨝ ᛨ↕ អឣ ᴀꭺ ᴅꭰ ᴇꭼ ᴊꭻ ᴎͷи ᴘᴩꮲ ᴙя ᴛτтꭲ ẟ⸹δծ ₸〒 Ⅎꓞ ↞⯬ ↟⯭ ↠⯮ ↡⯯ ↲↵ ∅⌀ ∎█■ ∐⨿ ∧⋀ ∴⸫ ∵⸪ ∷⸬ ≏♎',
  '≡≣ ⊍⨃ ⊎⨄ ⊓⨅ ⊔⨆ ⊗⨂ ⊛⍟ ⊲◁ ⊳▷ ⌒◠ ⌙⨽ ⌤⌥ ⌻⧇ ⌾◎⦾ ⍂⧅ ⍉⦰ ⍋⏃ ⍎⏂ ⍕⏁ ⍭⏆ ⎈☸ ⏥▱ ⏻⏼ │┃ ┌┏ ├┣ ▌▐ ▖▗ ▘▝ □☐ ▶▸► ☧⳩ ☾⏾',
  '❬⟨〈㇛ ❭⟩〉 ⟦〚 ⟧〛 ⦚⧙ ⨟⨾ Ɐ∀ꓯ ⱵͰᎨᎰ ⱶꮀ Ⲷ☰ ⵂ⁞⸽⦙ ⵗ⁝⋮ 〼⍁⧄ へヘ 㔾⺋ 㖈䎛 㘽㦳 㣺⺗ 㩁搉 㫚曶 㬵胶 㬺幐 㬻䐠 㮣槩 䀹鿃 䀿晣 䑃朦 䚶訞',
  '丨⎜⎟⎢⎥⎪⎮㇑ 丬⺦ 乙㇠ 乚㇟⺃ 乛㇖⺂ 亀⻲ 亅㇚ 二ニ 亻イ⺅ 併倂 値值 兀⺎ 八ハ 刂⺉ 力カ 卍࿖ 卐࿕ 卜ト 口ロ囗 啓啟 土士 塡填 墫壿 夕タ 媯嬀 尢⺐ 尣⺏ 工エ 巳⺒ 帡帲',
  '幺⺓ 彑⺔ 忄⺖ 戶戸 扌⺘ 攵⺙ 斉⻫ 旡⺛ 晚晩 朌肦 朏胐 朐胊 朓脁 朘脧 朣膧 杮柿 榝樧 歯⻭ 歺⺞ 民⺠ 氵⺡ 氺⺢ 溈潙 灬⺣ 爫⺤ 犭⺨ 研硏 礻⺭ 竜⻯ 糹⺯ 絕絶 罒⺫⺲ 罓⺱',
  '耂⺹ 肀⺺ 胼腁 艹⺾⺿⻀ 蒍蔿 蘷虁 虎⻁ 衤⻂ 西⻄ 覀⻃ 见⻅ 訮詽 讆讏 讠⻈ 豜豣 贝⻉ 赿趆 跥跺 躗躛 軿輧 车⻋ 辶⻌⻍ 郎郞 鎭鎮 钅⻐ 長⻑ 镸⻒ 长⻓ 门⻔ 阝⻏⻖ 隷隸 青⻘',
  '韦⻙ 页⻚ 风⻛ 飞⻜ 食⻝ 飠⻟ 饣⻠ 马⻢ 鬼⻤ 鱼⻥ 鹂鹃 麦⻨ 黄⻩ 黑黒 齐⻬ 齿⻮ 龙⻰ ꓕ⊥⟂Ʇ ꓤꞞ ꓨ⅁ ꓶ⅂ ꙌꞶ ꜧꞕ ꜾϿ ꜿͽ Ꝺꝺ ꞆႠ Ꞓ€ⲈЄ ꞓ⋴ɛεⲉєԑꮛ',
];

/** Each such sign with the one that it looks like. */
export const confusables: ReadonlyMap<string, string> = new Map(
  groups.flatMap((line) =>
    line.split(' ').flatMap((group) => {
      const [like = '', ...signs] = group;
      return signs.map((sign): [string, string] => [sign, like]);
    }),
  ),
);
