"""Facts as a year's sources give them, made up with a fixed seed: what bench.py has `tongji report` write."""
import random

REGIONS = [("北京市", "110000"), ("上海市", "310000"), ("江苏省", "320000"), ("浙江省", "330000"), ("山东省", "370000"),
           ("河南省", "410000"), ("湖北省", "420000"), ("广东省", "440000"), ("桂林市", "450300"), ("四川省", "510000"),
           ("大庆市", "230600"), ("深圳市", "440300"), ("杭州市", "330100"), ("武汉市", "420100"), ("全国", "100000")]
INDICATORS = ["地区生产总值", "第一产业增加值", "第二产业增加值", "第三产业增加值", "固定资产投资", "社会消费品零售总额", "货物进出口总额",
              "一般公共预算收入", "一般公共预算支出", "居民人均可支配收入", "城镇居民人均可支配收入", "农村居民人均可支配收入",
              "城镇新增就业", "粮食产量", "常住人口", "规模以上工业增加值", "研究与试验发展经费支出"]
DOCUMENT = 500  # facts of one document


def line(dice, number):
    """One fact as `tongji extract` writes it."""
    document, place = divmod(number, DOCUMENT)
    region, code = REGIONS[document % len(REGIONS)]
    year = 1995 + document // len(REGIONS) % 30
    indicator, figure = dice.choice(INDICATORS), dice.randint(1000, 9999999)
    grows = number % 2 == 1
    text = f"{figure % 200 / 10}%" if grows else f"{figure / 100}亿元"
    value, unit = (f"{figure % 200 / 1000}", "1") if grows else (f"{figure}000000", "CNY")
    measure, basis, verb = ("growth", "yoy", "比上年增长") if grows else ("level", "", "达到")
    start = place * 97
    return (f'{{"id":"{document:020x}-{start}","doc":"reports/{document:05}.txt","title":"{region}{year}年国民经济和社会发展统计公报",'
            f'"date":"{year + 1}-03-{document % 28 + 1:02}","start":{start},"end":{start + len(text.encode())},"source_start":{start},'
            f'"source_end":{start + len(text.encode())},"text":"{text}","measure":"{measure}","value":"{value}","unit":"{unit}","bound":"eq",'
            f'"indicator":"{indicator}","indicator_raw":"{indicator}","indicator_code":"","region":"{region}","region_code":"{code}",'
            f'"period":"{year}","status":"actual","basis":"{basis}","confidence":0.{dice.randint(50, 99)},'
            f'"sentence":"初步核算，{year}年{region}{indicator}{verb}{text}，在合理区间内平稳运行（第{number}项）。"}}\n')


def write(path, count):
    dice = random.Random(20240308)
    with open(path, "w", encoding="utf-8") as out:
        for number in range(count):
            out.write(line(dice, number))
