"""Words of news in two languages, drawn as they are in real text: the n-th most frequent about 1/n as often as the first (Zipf)."""

import random
from array import array

ENGLISH_SMALL = """the of to in and a that on for is was with said by as at from be it has an he are its have will not were which had after
who their his been they would more this also but over new one than two when or first other up all about there could under between during against
last before while no year people into since three most only if out so some many each""".split()

ENGLISH_STEMS = """government minister port council country city official company state police report court election school hospital vote
plan price market water power road river bank fund budget union strike worker farmer teacher student doctor family village coast harbour
ship fleet border army peace talk treaty law judge trial witness prison lawyer reform party leader member committee chamber session debate
question answer letter record figure number rate rise fall cost tax trade export import cargo wheat bread fuel oil gas pipe plant field
grid cable storm flood rain wind drought heat season harvest olive date palm fish market street bridge station train airport flight tower
house roof wall stone museum library book theatre song film festival team match goal season coach player league stadium medal winner
child mother father women youth elder nurse clinic vaccine patient study science university engineer project contract tender audit fraud
claim charge denial arrest search rescue fire crew boat migrant camp aid charity food shelter tent winter summer morning evening week
month decade history archive map district quarter region province capital mayor governor president parliament embassy envoy summit
agreement deadline crisis protest march crowd square flag speech promise pressure demand support opposition majority poll ballot result
journalist editor source document statement interview spokesman analyst expert adviser critic observer investor owner trader customer
network system service office centre agency authority ministry department board chief head deputy secretary security safety risk damage
repair delay progress return visit arrival departure opening closure change effort need hope fear doubt view case issue problem""".split()

ENGLISH_ENDINGS = ["", "s", "ed", "ing", "er", "ers", "ly", "ment", "ness", "less", "wide", "based"]

ARABIC_SMALL = """في من على إلى أن التي الذي عن مع هذا هذه بعد قبل كان كانت قال قالت ما لا لم قد كل بين خلال أو ثم حتى عند منذ أكثر بعض غير
أي هو هي هم ذلك تلك كما لكن إذا حيث أيضا نحو ضد حول دون أمام تحت فوق عام يوم اليوم أمس أول ثلاثة مليون ألف عدد جديد جديدة كبير كبيرة""".split()

ARABIC_STEMS = """حكومة وزير ميناء مجلس دولة مدينة مسؤول شركة شرطة تقرير محكمة انتخاب مدرسة مستشفى تصويت خطة سعر سوق ماء كهرباء طريق نهر بنك
صندوق ميزانية نقابة إضراب عامل مزارع معلم طالب طبيب أسرة قرية ساحل مرفأ سفينة أسطول حدود جيش سلام حوار معاهدة قانون قاض محاكمة شاهد سجن محام
إصلاح حزب قائد عضو لجنة غرفة جلسة نقاش سؤال جواب رسالة سجل رقم نسبة ارتفاع انخفاض كلفة ضريبة تجارة تصدير استيراد شحنة قمح خبز وقود نفط غاز
أنبوب محطة حقل شبكة كابل عاصفة فيضان مطر ريح جفاف حرارة موسم حصاد زيتون نخيل سمك شارع جسر قطار مطار رحلة برج بيت سقف جدار حجر متحف مكتبة كتاب
مسرح أغنية فيلم مهرجان فريق مباراة هدف مدرب لاعب دوري ملعب ميدالية فائز طفل أم أب نساء شباب شيخ ممرض عيادة لقاح مريض دراسة علم جامعة مهندس
مشروع عقد مناقصة تدقيق احتيال اتهام نفي اعتقال بحث إنقاذ حريق طاقم قارب مهاجر مخيم مساعدة جمعية غذاء مأوى خيمة شتاء صيف صباح مساء أسبوع شهر
عقد تاريخ أرشيف خريطة منطقة حي إقليم عاصمة عميد محافظ رئيس برلمان سفارة مبعوث قمة اتفاق مهلة أزمة احتجاج مسيرة حشد ساحة علم خطاب وعد ضغط مطلب
دعم معارضة أغلبية استطلاع نتيجة صحفي محرر مصدر وثيقة بيان مقابلة متحدث محلل خبير مستشار ناقد مراقب مستثمر مالك تاجر زبون نظام خدمة مكتب مركز
هيئة سلطة وزارة إدارة نائب أمين أمن سلامة خطر ضرر ترميم تأخير تقدم عودة زيارة وصول مغادرة افتتاح إغلاق تغيير جهد حاجة أمل خوف رأي قضية مشكلة""".split()

ARABIC_BEFORE = ["", "ال", "و", "وال", "ب", "بال", "لل", "ف", "ك"]
ARABIC_AFTER = ["", "ه", "ها", "هم", "نا"]

# Names nobody else has: the long tail, of which each stands in few articles.
ENGLISH_SYLLABLES = "ka ro mi ta zu ben har dal sor vin lam gra pel tis mor ane fol dri".split()
ARABIC_SYLLABLES = "كا رو مي طا زو بن هر دال صور فين لام جرا بيل تيس مور عان فول دري".split()

SIZE = 20_000
TABLE = 1 << 20


class Vocabulary:
    """The words of one language, the most frequent first."""

    def __init__(self, language: str):
        chooser = random.Random(f"words {language}")
        if language == "en":
            small, forms = ENGLISH_SMALL, [stem + end for stem in ENGLISH_STEMS for end in ENGLISH_ENDINGS]
            syllables = ENGLISH_SYLLABLES
        else:
            small, syllables = ARABIC_SMALL, ARABIC_SYLLABLES
            forms = [before + stem + after for stem in ARABIC_STEMS for before in ARABIC_BEFORE for after in ARABIC_AFTER]
        forms = list(dict.fromkeys(forms))
        chooser.shuffle(forms)
        names = ["".join((a, b, c, d)) for a in syllables for b in syllables for c in syllables for d in syllables[:4]]
        chooser.shuffle(names)
        self.words = list(dict.fromkeys(small + forms[:6_000] + names))[:SIZE]
        # Drawing is a look into this table, in which a word stands as often as it is frequent.
        shares = [1 / (rank + 2.7) for rank in range(1, len(self.words) + 1)]
        scale = TABLE / sum(shares)
        self.table = [word for word, share in zip(self.words, shares) for _ in range(max(1, round(share * scale)))]

    def draw(self, chooser: random.Random, count: int) -> list[str]:
        table, size = self.table, len(self.table)
        return [table[number % size] for number in array("I", chooser.randbytes(4 * count))]

    def common(self, rank: int) -> str:
        """The word of this rank, 0 being the most frequent."""
        return self.words[rank]
