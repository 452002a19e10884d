#include "extract/document/encoding.h"

#include <strings.h>

enum { SAMPLE = 64 * 1024, HEAD = 2048, CODES = 0x10000 };

/* The most common characters of reports and news (three in four of the characters there), and further forms of
   common ones in traditional script. */
static const char common_words[] = "的国和业中发新大展全人进一加化建会年在地动产实力民政要工增行高作设经"
                                   "生强持重制推等以成平体区出合开主有同长家务保为济文方能上资日提部对改"
                                   "个联理现多是量机度面社不总市基农续央了好入定关我施消各企共用今万代时"
                                   "月深治快公水点目技系创天场坚法革项军近亿到播来科分网前质外通安造性美"
                                   "期支元稳本事领品城学统步视调利育原服规更比际查活策金习内闻运与电心投"
                                   "升十战表海向党息下特自三数程放域完员村结费优效交五色源过第就防口管将"
                                   "看构次收级善计教示标导两流斯护于路府应积明正义达式决议道立物西题称们"
                                   "极商促局取位信融境台得态型俄北组环贸南群这省间术指超问打引节整当继精"
                                   "广四解布举二落众集小世带任记界及扩转障击风营办划首医协列乌研最委门供"
                                   "线准势东权乡模础从据求突预居"
                                   "國業發產實動會進經濟長務對聯現機麵農續關應開與區總勞們個來這說時過還"
                                   "沒為後見學體點無將從當問題間門東車書話電號單兩內萬種導運達設計認證議"
                                   "論記調識護變讓該請戰員資質貨費貿類極標樣構權術環項順領頭顯風飛養馬駕"
                                   "驗黨統級線給結織終絕繼績維綱網緊創劃劉辦協華衛廠歷廣廳廈優億價傳債備"
                                   "僅償舊舉興處擔據擴換損擊撥擬攜災爭狀獎獨畫異療監盡盤眾確礎禮離積穩窮"
                                   "競筆節範簡糧紀約紅純紙組細絡絲緣編縣縱罰羅義習聖聲職肅脫腦臨艦藝蘇蘭"
                                   "虛補裝規視親覺觀觸訂訓討許訴診評詞試詩詳誠語誤課談諸謀譜譯讀貢財責貴"
                                   "買賀賣賞賽贏趙趕跡踐軍軌軟軸較載輔輕輛輪輸轉迴連違遠適遲選邊鄉鄭釋針"
                                   "釣銀銅銷鋒錄錢錦鎮鏡鐵閃閉閱闊陣陰陳陸陽隊階隨險際雙雜難霧靈靜韓響頁"
                                   "頂須預額飯飲館駐鬥魚鮮鳥鹽麗麥龍臺灣匯園圓圖團塊墊壓墮壯壽夢夥奧婦媽"
                                   "嬰孫寧寬審寫專尋屆屬島峽幣帥師帶幫庫廢張彈強彙徑復憲態慶懷戶戲擇擠攝"
                                   "敗敵數斷條楊榮樂樓歐歲歸殘殺氣決況洩淚淨減測湯準溫漁漢滿漲潔澤營爐爾"
                                   "牆獲瑪盧禍稅稱穀紐紛納練縮繁";

#define ENCODING_NAME(id, name) name,
static const char *const names[] = { TJ_ENCODINGS(ENCODING_NAME) };
#undef ENCODING_NAME

const char *tj_encoding_name(enum tj_encoding encoding) { return names[encoding]; }

static void fill_common(uint8_t bits[CODES / 8])
{
    memset(bits, 0, CODES / 8);
    struct tj_str words = tj_str_of(common_words);
    for (size_t at = 0, len; at < words.len; at += len) {
        uint32_t c = tj_char_at(words, at, &len);
        bits[c / 8] |= (uint8_t)(1U << c % 8);
    }
}

struct tj_reading tj_reading_of(struct tj_str text)
{
    uint8_t bits[CODES / 8];
    fill_common(bits);
    if (text.len > SAMPLE) text.len = tj_char_before(text, SAMPLE);
    size_t good = 0, bad = 0, hans = 0, common = 0;
    for (size_t at = 0, len; at < text.len; at += len) {
        uint32_t c = tj_char_at(text, at, &len);
        bool han = c >= 0x4E00 && c <= 0x9FA5, mark = c >= 0x2000 && c <= 0x303F,
             wide = c >= 0xFF00 && c <= 0xFFEF;
        bool plain = c >= 0x20 && c < 0x7F, blank = c == '\n' || c == '\r' || c == '\t' || c == 0xB7;
        good += han || mark || wide || plain || blank;
        bad += c == 0xFFFD || (c < 0x20 && !blank) || (c >= 0xE000 && c <= 0xF8FF);
        hans += han;
        common += han && (bits[c / 8] >> c % 8 & 1);
    }
    if (good + bad == 0) return (struct tj_reading){ 0 };
    return (struct tj_reading){ (unsigned)(good * 100 / (good + bad * 8 + 1)),
                                (unsigned)(hans ? common * 100 / hans : 0) };
}

static bool name_starts(struct tj_str s, const char *name)
{
    size_t len = strlen(name);
    return s.len >= len && strncasecmp(s.ptr, name, len) == 0;
}

static enum tj_encoding encoding_of(struct tj_str name)
{
    static const struct {
        const char *name;
        enum tj_encoding encoding;
    } known[] = { { "utf-8", TJ_UTF8 },    { "utf8", TJ_UTF8 },        { "gb", TJ_GB18030 },
                  { "x-gbk", TJ_GB18030 }, { "cp936", TJ_GB18030 },    { "hz-gb", TJ_ENCODING_COUNT },
                  { "big5", TJ_BIG5 },     { "big-5", TJ_BIG5 },       { "x-x-big5", TJ_BIG5 },
                  { "cp950", TJ_BIG5 },    { "utf-16be", TJ_UTF16BE }, { "utf-16", TJ_UTF16LE } };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (name_starts(name, known[i].name)) return known[i].encoding;
    return TJ_ENCODING_COUNT;
}

enum tj_encoding tj_encoding_said(struct tj_str bytes)
{
    struct tj_str head = tj_cut(bytes, 0, bytes.len < HEAD ? bytes.len : HEAD);
    for (size_t at = 0; at < head.len; at++) {
        struct tj_str rest = tj_cut(head, at, head.len);
        size_t word = name_starts(rest, "charset") ? 7 : name_starts(rest, "encoding") ? 8 : 0;
        if (!word) continue;
        at += word;
        while (at < head.len && memchr(" =\"'", head.ptr[at], 4)) at++;
        enum tj_encoding said = encoding_of(tj_cut(head, at, head.len));
        if (said != TJ_ENCODING_COUNT) return said;
    }
    return TJ_ENCODING_COUNT;
}
