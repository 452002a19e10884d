/* Which place a name means, and whether it is what the text is about. */
#ifndef TJ_PLACE_H
#define TJ_PLACE_H

#include "extract/attribute/frame.h"

/* Is what begins at `at` only named in passing: behind 比, 对, 向 and the like? */
bool tj_is_aside(const struct tj_frame *frame, size_t at);

/* Is the region of mention `i` one end of a way: 西宁—成都, 上海虹桥至湖州站? What is said of the way is of neither. */
bool tj_is_way(const struct tj_frame *frame, size_t i);

/* Does mention `i` say no other place than the one right before it: 法国|全国有660人被捕, 湖南|中部地区降雨? */
bool tj_is_said_again(const struct tj_frame *frame, size_t i);

/* Does a superlative stand `behind` the place, so that it is only what something is compared with: 亚洲|最深的…, 全省|首个…,
   福建|三大林区之一? */
bool tj_is_field(struct tj_str behind);

/* 在全国|占第17位: is the place only among whom the place in hand has its rank? */
bool tj_is_among(const struct tj_frame *frame, const struct tj_mention *place);

/* 靠游客吃饭的|武陵源区, 黄河岸边的|临汾市: does what stands before the place in its clause describe it? Not in reports. */
bool tj_is_described(const struct tj_frame *frame, const struct tj_mention *place);

/* Is it where what is counted comes from or goes to: behind 来自, 销往 and the like? Then it is an aside too. */
bool tj_is_end_of_way(const struct tj_frame *frame, size_t at);

/* Where the tally ends that stands right behind the list of places that ends with mention `i`: 广东、海南|两省; else where the
   place ends. */
size_t tj_tally_end(const struct tj_frame *frame, size_t i);

/* Is the region of mention `i` in a list that 等 ends? The places of 上海、江苏等21个省份 are samples of those meant. */
bool tj_is_example(const struct tj_frame *frame, size_t i);

/* 四川和|重庆的粮食产量: is what is told here told of the place before it too, and not of what is between them? */
bool tj_is_joined(const struct tj_frame *frame, size_t i);

/* The same, or is it in a list that is counted and told of as one: 广东、海南两省装机? */
bool tj_is_sample(const struct tj_frame *frame, size_t i);

/* The least region that holds all of the samples that begin with mention `i`: 全国 of 上海、江苏等21个省份, 安徽省 of
   合肥、滁州等8个市, 甘肃省 of 庆阳、天水2个中心. TJ_NONE if `i` is not the first of them, or if nothing holds them. */
uint32_t tj_region_of_samples(const struct tj_frame *frame, size_t i);

/* The region that a word such as 全省 means here; TJ_NONE if it is not known. */
uint32_t tj_region_here(const struct tj_frame *frame, const struct tj_cue *cue);

/* The region that a name means: of several with that name the one near the document's own. */
uint32_t tj_region_choose(const struct tj_frame *frame, const struct tj_entry *entry);

/* 推动贵阳环高扩容等|14条高速公路: does a report only give an example of what the number at byte `number` counts? */
bool tj_gives_example(const struct tj_frame *frame, size_t number);

/* 占全省的5%、|全国|的1%: is the place in mention `i` the next thing that the last share is part of? */
bool tj_is_next_whole(const struct tj_frame *frame, size_t i);

#endif
