package vn.sogopy.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The architecture rules for the packages below a root. The root is a parameter, so that a test can
 * show each rule failing on another package tree.
 */
final class ArchitectureRules {
  /** In order of dependency: a package sees only those named before it. */
  static final List<String> ROOMS =
      List.of(
          "platform.database",
          "platform.text",
          "platform.table",
          "platform.docx",
          "platform.sql",
          "platform.http",
          "security",
          "organization",
          "plan",
          "letter",
          "comment",
          "consultation",
          "interchange",
          "personaldata",
          "register",
          "feed",
          "desk",
          "setup");

  /** What may be left out: no other room knows them, except the pages, which look them up. */
  static final List<String> ADD_ONS =
      List.of(
          "interchange.edxml",
          "interchange.wordletter",
          "security.oidc",
          "security.link",
          "setup.sample");

  private static final String ENTITY = "jakarta.persistence.Entity";
  private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";
  private static final String INJECT = "jakarta.inject.Inject";
  private static final String CONFIG = "org.eclipse.microprofile.config.inject.ConfigProperty";

  private final String root;

  ArchitectureRules(String root) {
    this.root = root;
  }

  Map<String, ArchRule> rules() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("every class has a room", everyClassHasARoom());
    rules.put("no cycles", slices().matching(root + ".(*)..").should().beFreeOfCycles());
    for (String room : ROOMS) {
      rules.put("arrows of " + room, arrows(room));
    }
    rules.put("nothing sees an add-on", addOns());
    rules.put("the database stands alone", database());
    rules.put("renderers see the model", renderers());
    rules.put("the model sees no renderer", model());
    rules.put("HTTP stays in resources", http());
    rules.put("the desk calls services", desk());
    rules.put("forms have a token", forms());
    rules.put("pages name their roles", pages());
    rules.put("transactions begin in services and readers", transactions());
    rules.put("no entity leaves", entities());
    rules.put("no console", console());
    rules.put("no java.util.Date", dates());
    rules.put("injected fields are not public", injection());
    return rules;
  }

  private String room(String name) {
    return root + "." + name + "..";
  }

  private ArchRule everyClassHasARoom() {
    return classes()
        .should()
        .resideInAnyPackage(ROOMS.stream().map(this::room).toArray(String[]::new));
  }

  private ArchRule arrows(String room) {
    String[] seen =
        ROOMS.subList(0, ROOMS.indexOf(room) + 1).stream().map(this::room).toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(room(room))
        .should()
        .onlyDependOnClassesThat(resideOutsideOfPackage(root + "..").or(resideInAnyPackage(seen)))
        .allowEmptyShould(true);
  }

  private ArchRule addOns() {
    return CompositeArchRule.of(ADD_ONS.stream().map(this::unseen).toList());
  }

  private ArchRule unseen(String addOn) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(room(addOn), room("desk"))
        .should()
        .dependOnClassesThat(resideInAPackage(room(addOn)))
        .allowEmptyShould(true);
  }

  /** The running of a PostgreSQL knows nothing of what is kept in it. */
  private ArchRule database() {
    return classes()
        .that()
        .resideInAPackage(room("platform.database"))
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage(root + "..").or(resideInAPackage(room("platform.database"))));
  }

  private ArchRule renderers() {
    return classes()
        .that()
        .resideInAPackage(room("register.render"))
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage(root + "..")
                .or(
                    resideInAnyPackage(
                        room("platform.text"),
                        room("platform.table"),
                        room("platform.docx"),
                        room("platform.sql"),
                        room("platform.http"),
                        room("register"))));
  }

  private ArchRule model() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".register")
        .should()
        .dependOnClassesThat(resideInAPackage(room("register.render")))
        .allowEmptyShould(true);
  }

  /**
   * A *Query holds the parameters of a list. A *Filter resolves what the path names, for operations
   * with its annotation.
   */
  private ArchRule http() {
    return noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Resource")
        .and()
        .haveSimpleNameNotEndingWith("Query")
        .and()
        .haveSimpleNameNotEndingWith("Filter")
        .and()
        .areNotAnnotatedWith("jakarta.ws.rs.NameBinding")
        .and()
        .resideOutsideOfPackages(room("platform.http"), room("desk"))
        .should()
        .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy.."));
  }

  /** Pages show what services and readers return: no SQL, no transaction of their own. */
  private ArchRule desk() {
    return noClasses()
        .that()
        .resideInAPackage(room("desk"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    room("platform.sql"),
                    "jakarta.persistence..",
                    "jakarta.transaction..",
                    "java.sql..",
                    "javax.sql..",
                    "org.hibernate..",
                    "io.quarkus.hibernate..")
                .or(JavaClass.Predicates.simpleNameEndingWith("Repository")));
  }

  /** The sign-in has no session yet: it checks the Origin. */
  private ArchRule forms() {
    return methods()
        .that()
        .areAnnotatedWith("jakarta.ws.rs.POST")
        .and()
        .areDeclaredInClassesThat(resideInAPackage(room("desk")))
        .and()
        .doNotHaveName("signIn")
        .should()
        .beAnnotatedWith(root + ".desk.DeskForm");
  }

  /** At the method: the filter of ended bodies looks there. */
  private ArchRule pages() {
    return methods()
        .that(
            DescribedPredicate.describe(
                "serve a page",
                method ->
                    method.isAnnotatedWith("jakarta.ws.rs.GET")
                        || method.isAnnotatedWith("jakarta.ws.rs.POST")))
        .and()
        .areDeclaredInClassesThat(resideInAPackage(room("desk")))
        .should()
        .beAnnotatedWith("jakarta.annotation.security.RolesAllowed")
        .orShould()
        .beAnnotatedWith("jakarta.annotation.security.PermitAll")
        .orShould()
        .beAnnotatedWith("io.quarkus.security.Authenticated");
  }

  /** The *Loader classes of the sample call several services in one transaction. */
  private ArchRule transactions() {
    DescribedPredicate<JavaClass> opening =
        DescribedPredicate.describe(
            "open a transaction",
            type ->
                type.isAnnotatedWith(TRANSACTIONAL)
                    || type.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(TRANSACTIONAL)));
    return classes()
        .that(opening)
        .should()
        .haveSimpleNameEndingWith("Service")
        .orShould()
        .haveSimpleNameEndingWith("Reader")
        .orShould()
        .haveSimpleNameEndingWith("Loader");
  }

  private ArchRule entities() {
    return methods()
        .that()
        .areDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Resource")
        .should(
            new ArchCondition<JavaMethod>("have no entity in the signature") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                method.getParameterTypes().forEach(type -> check(method, type, events));
                check(method, method.getReturnType(), events);
              }

              private void check(JavaMethod method, JavaType type, ConditionEvents events) {
                type.getAllInvolvedRawTypes().stream()
                    .map(raw -> raw.getBaseComponentType())
                    .filter(raw -> raw.isAnnotatedWith(ENTITY))
                    .forEach(
                        raw ->
                            events.add(
                                SimpleConditionEvent.violated(
                                    method, method.getFullName() + " shows " + raw.getName())));
              }
            });
  }

  private ArchRule console() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(room("setup"))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace");
  }

  private ArchRule dates() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are of the old calendar",
                type ->
                    List.of("java.util.Date", "java.util.Calendar", "java.text.SimpleDateFormat")
                        .contains(type.getName())));
  }

  private ArchRule injection() {
    return fields()
        .that()
        .areAnnotatedWith(INJECT)
        .or()
        .areAnnotatedWith(CONFIG)
        .should()
        .notBePublic();
  }
}
