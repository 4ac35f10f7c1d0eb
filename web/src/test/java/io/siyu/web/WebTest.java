package io.siyu.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** A test of the whole web application over MockMvc with a database in memory. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "siyu.engine.enabled=false",
            "siyu.home=target/house",
            "siyu.database=jdbc:h2:mem:house;DB_CLOSE_DELAY=-1;USER=sa",
            "siyu.demo.sign-in=true",
            "siyu.demo.link-uses=3"
        })
@AutoConfigureMockMvc
@Import(PlayedHouse.class)
public @interface WebTest {}
