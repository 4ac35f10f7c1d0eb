package io.siyu.samples.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the demo retailer has: stores in eight cities, staff, communities of three types, and things to sell. */
final class DemoShop {
    static final int STORES = 40;
    static final int STAFF_OF_A_STORE = 4;

    private static final List<String> CITIES = List.of("上海", "杭州", "苏州", "南京", "宁波", "合肥", "无锡", "嘉兴");
    private static final List<String> PLACES = List.of("人民路店", "万象城店", "大学城店", "老街店", "滨江店");

    private static final List<Product> PRODUCTS = List.of(
            new Product("TEA-01", "高山乌龙茶礼盒", 168_00),
            new Product("TEA-02", "桂花红茶", 69_00),
            new Product("CUP-01", "手作陶瓷杯", 88_00),
            new Product("CUP-02", "便携茶杯", 129_00),
            new Product("POT-01", "紫砂小壶", 399_00),
            new Product("SNK-01", "绿豆糕", 36_00),
            new Product("SNK-02", "坚果酥", 42_50),
            new Product("SNK-03", "茶香瓜子", 19_90),
            new Product("GIF-01", "节日茶礼", 259_00),
            new Product("OIL-01", "山茶油", 118_00),
            new Product("HON-01", "百花蜜", 75_00),
            new Product("MAT-01", "竹编茶席", 56_00));

    private DemoShop() {}

    /** @param price in fen */
    record Product(String sku, String name, long price) {}

    /** @param type {@code marketing}, {@code content} or {@code service} */
    record Community(String id, String name, String type, String store, String owner) {}

    static String store(int number) {
        return String.format(Locale.ROOT, "s%02d", number + 1);
    }

    static String city(int store) {
        return CITIES.get(store / PLACES.size());
    }

    static String staff(int store, int number) {
        return store(store) + "-g" + (number + 1);
    }

    static Product product(Chance chance) {
        return chance.one(PRODUCTS);
    }

    /** One marketing community for each store, and for some a content and a service community too. */
    static List<Community> communities() {
        List<Community> all = new ArrayList<>();
        for (int store = 0; store < STORES; store++) {
            all.add(community(store, "marketing", "福利群"));
            if (store % 2 == 0) {
                all.add(community(store, "content", "茶友群"));
            }
            if (store % 4 == 0) {
                all.add(community(store, "service", "售后群"));
            }
        }
        return all;
    }

    private static Community community(int store, String type, String called) {
        String id = store(store) + "-" + type;
        String name = city(store) + PLACES.get(store % PLACES.size()) + called;
        return new Community(id, name, type, store(store), staff(store, 0));
    }
}
